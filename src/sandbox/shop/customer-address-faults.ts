import type { CustomerRecipe } from './customer-recipe.ts';
import { spoil } from './draft.ts';
import { towns } from './names.ts';
import { postcodeIn } from './postcode.ts';

const dropped = { severity: 'drop-field' } as const;

/** A recipe for a part of an address that is longer than the destination takes. */
function tooLong(field: 'line1' | 'line2' | 'town' | 'county', limit: number): CustomerRecipe {
  return {
    name: `${field} too long`,
    weight: 1,
    plant: (draft, { random }) => {
      const words = 'The Stables behind the Old Rectory, ';
      const text = words.repeat(4).slice(0, limit + random.between(1, 9) - 1);
      spoil(draft, { field, value: `${text}1` }, { code: 'too_long', ...dropped });
    },
  };
}

function missing(field: 'line1' | 'town' | 'postcode'): CustomerRecipe {
  return {
    name: `${field} missing`,
    weight: 5,
    plant: (draft, { random }) =>
      spoil(draft, { field, value: random.pick([null, '', ' ']) }, { code: 'required', ...dropped }),
  };
}

const badPostcode = { code: 'bad_postcode', ...dropped } as const;

/** Addresses that would not be taken; all of them British. */
export const addressFaults: readonly CustomerRecipe[] = [
  tooLong('line1', 100),
  tooLong('line2', 100),
  tooLong('town', 60),
  tooLong('county', 60),
  missing('line1'),
  missing('town'),
  missing('postcode'),
  {
    name: 'postcode with a letter for a digit',
    weight: 25,
    plant: (draft, { random }) => {
      const [outward = '', inward = ''] = postcodeIn(random.pick(towns).outward, random).split(' ');
      const [letter, digit] = random.pick([
        ['I', '1'],
        ['O', '0'],
      ]);
      const ending = inward.slice(1);
      const suggestion = `${outward} ${digit}${ending}`;
      spoil(draft, { field: 'postcode', value: `${outward}${letter}${ending}` }, { ...badPostcode, suggestion });
    },
  },
  {
    name: 'postcode that is none',
    weight: 8,
    plant: (draft, { random }) =>
      spoil(
        draft,
        { field: 'postcode', value: random.pick(['IP33 1A', 'Suffolk', '12345', 'IP33 1AA 2']) },
        badPostcode,
      ),
  },
  {
    name: 'country unknown',
    weight: 3,
    plant: (draft, { random }) =>
      spoil(
        draft,
        { field: 'country', value: random.pick(['XX', 'Narnia', '??']) },
        { code: 'not_allowed', ...dropped },
      ),
  },
];
