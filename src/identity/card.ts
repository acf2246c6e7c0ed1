import type { Customer } from '../model/customer.ts';
import { digestOf } from './digest.ts';
import { emailKey, isNobodysEmail } from './email-key.ts';
import { houseOf } from './house-key.ts';
import { personName, type PersonName } from './person-name.ts';
import { phoneKey } from './phone-key.ts';
import { longForms } from './short-forms.ts';

/** The cells of a card, as they are kept. */
const cells = [
  'title',
  'firstName',
  'lastName',
  'company',
  'email',
  'phone',
  'mobile',
  'birthday',
  'line1',
  'line2',
  'postcode',
] as const;

/** What by itself may join customers, in the order of its strength. */
export type TraitKind = 'account' | 'email' | 'phone' | 'address';

/** Something that customers may have in common. */
export interface Trait {
  readonly kind: TraitKind;
  readonly digest: number;
  /** As compared: customers whose traits have the same digest and another key have nothing in common. */
  readonly key: string;
  /** As people read it. */
  readonly value: string;
  /** It says of nobody who they are. */
  readonly isNobodys: boolean;
}

/** What is compared of a customer. */
export interface Card {
  readonly channel: 'pos' | 'web';
  readonly name: PersonName;
  /** As people write it. */
  readonly fullName: string;
  /** Undefined where it is unknown, or a day that programs write for unknown. */
  readonly birthday: string | undefined;
  readonly traits: readonly Trait[];
}

/** Whoever has a card. */
export interface CardHolder {
  readonly source: string;
  readonly channel: 'pos' | 'web';
  readonly customer: Pick<Customer, (typeof cells)[number]>;
}

/** The card of a customer as text: the same for two customers of a source if nothing that is compared differs. */
export function cardText({ channel, customer }: CardHolder): string {
  return JSON.stringify([channel === 'web' ? 1 : 0, ...cells.map((field) => customer[field] ?? 0)]);
}

/** The card behind the text, for a customer of that source. `shared` are the mailboxes that the shop says are nobody's. */
export function readCard(text: string, { source, shared }: { source: string; shared: ReadonlySet<string> }): Card {
  // Written by `cardText`, and by nobody else.
  const values = JSON.parse(text) as [0 | 1, ...(string | 0)[]];
  const [web] = values;
  const customer = customerOf(values);
  const channel = web === 1 ? 'web' : 'pos';
  const name = personName(customer);
  return {
    channel,
    name,
    fullName: [customer.firstName, customer.lastName].filter(Boolean).join(' ') || (customer.company ?? ''),
    birthday: birthdayOf(customer.birthday),
    traits: traitsOf({ source, channel, customer, name }, shared),
  };
}

const nothing: CardHolder['customer'] = {
  title: null,
  firstName: null,
  lastName: null,
  company: null,
  email: null,
  phone: null,
  mobile: null,
  birthday: null,
  line1: null,
  line2: null,
  postcode: null,
};

/** The cells behind the channel, by name. All objects are made alike: of a million, others cost more than reading the text. */
function customerOf(values: readonly (string | number)[]): CardHolder['customer'] {
  const customer: Record<string, unknown> = { ...nothing };
  cells.forEach((field, index) => (customer[field] = values[index + 1] || null));
  return customer;
}

/** Days that programs write where they know none. */
const placeholders = new Set(['1900-01-01', '1899-12-30', '1899-12-31', '1970-01-01', '1753-01-01', '0001-01-01']);

function birthdayOf(day: string | null | undefined): string | undefined {
  return day == null || placeholders.has(day) ? undefined : day;
}

interface NamedHolder extends CardHolder {
  readonly name: PersonName;
}

/** Everything by which a customer may be found to be another one. */
function traitsOf({ customer, source, channel, name }: NamedHolder, shared: ReadonlySet<string>): Trait[] {
  const traits: Trait[] = [];
  const mailbox = emailKey(customer.email);
  if (mailbox !== undefined) {
    const value = customer.email?.trim().toLowerCase() ?? mailbox;
    const isNobodys = shared.has(mailbox) || isNobodysEmail(mailbox);
    traits.push(trait('email', mailbox, { value, isNobodys }));
    if (channel === 'web') traits.push(trait('account', `${source} ${mailbox}`, { value }));
  }
  const numbers = new Set([phoneKey(customer.mobile), phoneKey(customer.phone)]);
  for (const number of numbers) if (number !== undefined) traits.push(trait('phone', number, { value: number }));
  const house = houseOf(customer);
  const letters = house && lettersOf(name);
  if (letters) {
    const value = `${house.name}, ${customer.postcode ?? ''}`;
    traits.push(trait('address', `${house.name} ${house.postcode} ${letters}`, { value }));
  }
  return traits;
}

/**
 * What the first and the last name begin with, in any order, where both stand in full: only such names are joined by a
 * house, and so not everybody has to be compared with everybody who lives there.
 */
function lettersOf({ given: [first = ''], family }: PersonName): string | undefined {
  const last = family.at(-1);
  if (first.length < 2 || last === undefined) return undefined;
  const [name = first] = longForms(first);
  const [one, other] = [name.charAt(0), last.charAt(0)];
  return one < other ? one + other : other + one;
}

function trait(
  kind: TraitKind,
  key: string,
  { value, isNobodys = false }: { value: string; isNobodys?: boolean },
): Trait {
  return { kind, digest: digestOf(`${kind} ${key}`), key, value, isNobodys };
}
