import type { CustomerDraft } from './customer.ts';
import { mailboxOf } from './customer-contact.ts';
import type { CustomerRecipe } from './customer-recipe.ts';
import { copy, plant, put, spoil, type PlantedFault } from './draft.ts';
import type { Random } from './random.ts';
import type { CustomerField } from './schema.ts';

const badEmail = { code: 'bad_email', severity: 'drop-field' } as const;
const badPhone = { code: 'bad_phone', severity: 'drop-field' } as const;

/** Fields by which somebody can be reached. */
const ways = [
  'email',
  'phone',
  'mobile',
  'line1',
  'line2',
  'town',
  'county',
  'postcode',
  'country',
] as const satisfies readonly CustomerField[];

/** Leaves nothing to reach the customer by but the fields named, and notes down that this is not enough. */
function isolate(draft: CustomerDraft, kept: readonly CustomerField[]): void {
  for (const field of ways) if (!kept.includes(field)) put(draft, field, null);
  plant(draft, { field: '', code: 'contact_point_required', severity: 'block' });
}

/** Addresses that look like none to any mail server; the mailbox keeps them apart. */
const slips: readonly ((mailbox: string) => string)[] = [
  (mailbox) => `${mailbox}.example.com`,
  (mailbox) => `${mailbox}@`,
  (mailbox) => `${mailbox}@@example.com`,
  (mailbox) => `${mailbox}@example..com`,
  (mailbox) => `${mailbox} at example.com`,
  (mailbox) => `${mailbox}@example,com`,
];

const typoDomains = [
  ['gmial.com', 'gmail.com'],
  ['gmai.com', 'gmail.com'],
  ['hotmial.com', 'hotmail.com'],
  ['outlok.com', 'outlook.com'],
] as const;

/** More than 254 characters, and right in everything else. */
function endlessEmail(mailbox: string): string {
  return `accounts-department-${mailbox}@${'a-very-long-name-of-a-department.'.repeat(7)}post.example`;
}

/** A mobile number with the letter O where its zero belongs. */
function letterForZero(random: Random): { typed: string; suggestion: string } {
  const last = random.digits(3);
  return { typed: `O7700 900${last}`, suggestion: `07700 900${last}` };
}

/** What cannot be dialled and cannot be guessed either. */
const hopelessPhones = ['960 12', '9600', '07700 900123 4567 89', 'ask for Dave', 'ex-directory'] as const;

function hopelessPhone(field: 'phone' | 'mobile'): CustomerRecipe {
  return {
    name: `${field} that is no number`,
    weight: 14,
    plant: (draft, { random }) => spoil(draft, { field, value: random.pick(hopelessPhones) }, badPhone),
  };
}

function letterInPhone(field: 'phone' | 'mobile'): CustomerRecipe {
  return {
    name: `${field} with a letter for a digit`,
    weight: 18,
    plant: (draft, { random }) => {
      const { typed, suggestion } = letterForZero(random);
      spoil(draft, { field, value: typed }, { ...badPhone, suggestion });
    },
  };
}

const emailFaults: readonly CustomerRecipe[] = [
  {
    name: 'e-mail that is none',
    weight: 20,
    plant: (draft, { random }) =>
      spoil(draft, { field: 'email', value: random.pick(slips)(mailboxOf(draft, random)) }, badEmail),
  },
  {
    name: 'e-mail too long',
    weight: 1,
    plant: (draft, { random }) =>
      spoil(
        draft,
        { field: 'email', value: endlessEmail(mailboxOf(draft, random)) },
        { code: 'too_long', severity: 'drop-field' },
      ),
  },
  {
    name: 'e-mail with a slip in its domain',
    weight: 30,
    plant: (draft, { random }) => {
      const mailbox = mailboxOf(draft, random);
      const [typo, meant] = random.pick(typoDomains);
      const suggestion = `${mailbox}@${meant}`;
      spoil(
        draft,
        { field: 'email', value: `${mailbox}@${typo}` },
        { code: 'likely_slip', severity: 'warn', suggestion },
      );
    },
  },
];

const shared = { field: 'email', code: 'duplicate_email' } as const;

/** Both halves of two cards for one e-mail; the lower account number keeps it. */
function plantShared(draft: CustomerDraft, neighbour: CustomerDraft, step: -1 | 1): void {
  copy(draft, 'email', neighbour);
  const neighbours: Omit<PlantedFault, 'severity'> = { kind: 'customer', key: String(neighbour.values.key), ...shared };
  plant(draft, { ...shared, severity: step === 1 ? 'warn' : 'drop-field' });
  draft.faults.push({ ...neighbours, severity: step === 1 ? 'drop-field' : 'warn' });
}

const sharedEmails: readonly CustomerRecipe[] = [
  {
    name: 'e-mail of the next customer',
    weight: 10,
    plant: (draft, { neighbour }) => {
      const next = neighbour(1);
      plantShared(draft, next, 1);
      copy(draft, 'firstName', next);
      copy(draft, 'lastName', next);
    },
  },
  {
    name: 'e-mail of the customer before',
    weight: 10,
    plant: (draft, { neighbour }) => plantShared(draft, neighbour(-1), -1),
  },
  {
    name: 'nothing but the e-mail of the customer before',
    weight: 1,
    withheld: true,
    plant: (draft, { neighbour }) => {
      plantShared(draft, neighbour(-1), -1);
      isolate(draft, ['email']);
    },
  },
];

const unreachable: readonly CustomerRecipe[] = [
  { name: 'nothing to reach them by', weight: 8, withheld: true, plant: (draft) => isolate(draft, []) },
  {
    name: 'nothing but an e-mail that is none',
    weight: 2,
    withheld: true,
    plant: (draft, { random }) => {
      spoil(draft, { field: 'email', value: random.pick(slips)(mailboxOf(draft, random)) }, badEmail);
      isolate(draft, ['email']);
    },
  },
  {
    name: 'nothing but a phone number that is none',
    weight: 2,
    withheld: true,
    plant: (draft, { random }) => {
      const { typed, suggestion } = letterForZero(random);
      spoil(draft, { field: 'phone', value: typed }, { ...badPhone, suggestion });
      isolate(draft, ['phone']);
    },
  },
  {
    name: 'nothing but an address without a town',
    weight: 2,
    withheld: true,
    plant: (draft) => {
      spoil(draft, { field: 'town', value: null }, { code: 'required', severity: 'drop-field' });
      isolate(draft, ['line1', 'postcode', 'country']);
    },
  },
];

/** Whatever keeps a shop from reaching its customers, but for their addresses. */
export const reachFaults: readonly CustomerRecipe[] = [
  ...emailFaults,
  ...sharedEmails,
  letterInPhone('phone'),
  letterInPhone('mobile'),
  hopelessPhone('phone'),
  hopelessPhone('mobile'),
  ...unreachable,
];
