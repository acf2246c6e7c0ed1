import type { CustomerDraft } from '../customer.ts';
import type { CustomerField } from '../schema.ts';
import type { SampleShop } from '../shop.ts';

/** A customer of the till with nothing wrong: their values as cleaning leaves them. */
export interface TillPerson {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Empty where there is none. */
  readonly email: string;
  /** Empty where there is no address that begins with the number of a house. */
  readonly line1: string;
  readonly town: string;
  readonly postcode: string;
}

/** A value as it is once it has been cleaned. */
export function cleanValue({ values, cleanings }: CustomerDraft, field: CustomerField): string {
  return cleanings.get(field)?.after ?? String(values[field] ?? '').trim();
}

/** A customer as a person, by the values that tell people apart. */
export function personOf(draft: CustomerDraft): TillPerson {
  const hasHouse = /^\d/.test(cleanValue(draft, 'line1'));
  const ofAddress = (field: 'line1' | 'town' | 'postcode') => (hasHouse ? cleanValue(draft, field) : '');
  return {
    key: String(draft.values.key),
    firstName: cleanValue(draft, 'firstName'),
    lastName: cleanValue(draft, 'lastName'),
    email: cleanValue(draft, 'email'),
    line1: ofAddress('line1'),
    town: ofAddress('town'),
    postcode: ofAddress('postcode'),
  };
}

/** Everybody at the till who has a full name and with whom nothing is wrong, in the order of the till. */
export function soundPeople(shop: SampleShop): TillPerson[] {
  const faulty = new Set<string>();
  for (const { kind, key } of shop.faults()) if (kind === 'customer') faulty.add(key);
  const people: TillPerson[] = [];
  for (const draft of shop.customers()) {
    if (faulty.has(String(draft.values.key)) || cleanValue(draft, 'company') !== '') continue;
    const person = personOf(draft);
    if (person.firstName !== '' && person.lastName !== '') people.push(person);
  }
  return people;
}
