/** A postal address. Orders and contacts tell it under different names. */
export interface Address {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly countryCode: string;
  readonly phone: string | null;
}

/** An address in a contact's address book. */
export interface BookEntry {
  readonly id: string;
  readonly address: Address;
}

/** Somebody whom the site knows; the e-mail is nobody else's. */
export interface Contact {
  readonly id: string;
  readonly sequence: number;
  /** What orders call them. */
  readonly customerId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly locale: string;
  readonly createdOn: number;
  readonly emailCreatedOn: number;
  /** When they agreed to marketing, and when they took it back. */
  readonly joinedOn: number | null;
  readonly leftOn: number | null;
  readonly hasAccount: boolean;
  readonly book: readonly BookEntry[];
  /** One of the book's, unless it is empty. */
  readonly defaultEntry: string | null;
}

/** Whether they agree to marketing at the moment. */
export function agrees({ joinedOn, leftOn }: Pick<Contact, 'joinedOn' | 'leftOn'>): boolean {
  return joinedOn !== null && (leftOn === null || leftOn < joinedOn);
}
