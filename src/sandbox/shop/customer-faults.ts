import { consentFaults, dateFaults } from './customer-date-faults.ts';
import { addressFaults } from './customer-address-faults.ts';
import { reachFaults } from './customer-reach-faults.ts';
import { spoil } from './draft.ts';
import type { CustomerRecipe } from './customer-recipe.ts';

const dropped = { severity: 'drop-field' } as const;
const blocking = { severity: 'block' } as const;

/** A text of a length, that reads like something somebody pasted into the wrong box. */
function longText(length: number): string {
  return 'See the other card; '.repeat(Math.ceil(length / 20)).slice(0, length - 1) + '.';
}

/** A recipe for a text longer than the destination takes. */
function tooLong(field: 'firstName' | 'company' | 'notes', limit: number): CustomerRecipe {
  return {
    name: `${field} too long`,
    weight: 1,
    plant: (draft, { random }) =>
      spoil(draft, { field, value: longText(limit + random.between(1, 9)) }, { code: 'too_long', ...dropped }),
  };
}

/** A recipe for a text with a character that was lost before it came to us. */
function spoiltCharacter(field: 'firstName' | 'company' | 'town' | 'notes', text: string): CustomerRecipe {
  return {
    name: `${field} with a lost character`,
    weight: 1,
    plant: (draft) => spoil(draft, { field, value: text }, { code: 'bad_character', ...dropped }),
  };
}

const nameFaults: readonly CustomerRecipe[] = [
  {
    name: 'account number with a slash',
    weight: 1,
    withheld: true,
    plant: (draft) =>
      spoil(draft, { field: 'key', value: `A/${String(draft.values.key)}` }, { code: 'bad_id', ...blocking }),
  },
  {
    name: 'account number with a blank',
    weight: 1,
    withheld: true,
    plant: (draft) =>
      spoil(draft, { field: 'key', value: `A ${String(draft.values.key)}` }, { code: 'bad_id', ...blocking }),
  },
  {
    name: 'title unknown',
    weight: 3,
    plant: (draft, { random }) =>
      spoil(
        draft,
        { field: 'title', value: random.pick(['Msr', 'Mss', 'Capt.']) },
        { code: 'not_allowed', ...dropped },
      ),
  },
  {
    name: 'last name missing',
    weight: 4,
    withheld: true,
    plant: (draft, { random }) =>
      spoil(draft, { field: 'lastName', value: random.pick([null, '', ' ']) }, { code: 'required', ...blocking }),
  },
  {
    name: 'last name too long',
    weight: 1,
    withheld: true,
    plant: (draft, { random }) =>
      spoil(
        draft,
        { field: 'lastName', value: longText(50 + random.between(1, 9)) },
        { code: 'too_long', ...blocking },
      ),
  },
  {
    name: 'last name with a lost character',
    weight: 1,
    withheld: true,
    plant: (draft) =>
      spoil(draft, { field: 'lastName', value: 'Thorn\ufffde' }, { code: 'bad_character', ...blocking }),
  },
  tooLong('firstName', 50),
  tooLong('company', 100),
  tooLong('notes', 2000),
  spoiltCharacter('firstName', 'Zo\ufffd'),
  spoiltCharacter('company', 'Caf\ufffd Royal, Ltd'),
  spoiltCharacter('town', 'Besan\ufffdon'),
  spoiltCharacter('notes', 'Deposit \ufffd50;\nbalance at Christmas'),
];

const otherFaults: readonly CustomerRecipe[] = [
  {
    name: 'a group too long',
    weight: 1,
    plant: (draft) => spoil(draft, { field: 'tags', value: `VIP;${'x'.repeat(41)}` }, { code: 'too_long', ...dropped }),
  },
  {
    name: 'too many groups',
    weight: 1,
    plant: (draft) => {
      const groups = Array.from({ length: 21 }, (_, place) => `Group ${place + 1}`);
      spoil(draft, { field: 'tags', value: groups.join(';') }, { code: 'too_long', ...dropped });
    },
  },
  {
    name: 'ring size of another kind',
    weight: 4,
    plant: (draft, { random }) =>
      spoil(
        draft,
        { field: 'ringSize', value: random.pick(['54', '17.5mm', 'Z+9', 'large']) },
        { code: 'not_allowed', ...dropped },
      ),
  },
];

/** Every way in which a customer is spoilt. */
export const customerRecipes: readonly CustomerRecipe[] = [
  ...nameFaults,
  ...reachFaults,
  ...addressFaults,
  ...dateFaults,
  ...consentFaults,
  ...otherFaults,
];
