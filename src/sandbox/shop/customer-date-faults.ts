import { dayAfter, inYear, noTime } from './calendar.ts';
import type { CustomerRecipe } from './customer-recipe.ts';
import { plant, put, spoil } from './draft.ts';

const badDate = { code: 'bad_date', severity: 'drop-field' } as const;

function inTheFuture(field: 'birthday' | 'anniversary'): CustomerRecipe {
  return {
    name: `${field} in the future`,
    weight: 5,
    plant: (draft, { asOf, random }) => {
      const thisCentury = Number(asOf.slice(0, 4)) + random.between(14, 60);
      const day = dayAfter(asOf, random.below(365));
      const meant = inYear(day, thisCentury - 100);
      const suggestion = meant.split('-').toReversed().join('/');
      spoil(draft, { field, value: inYear(day, thisCentury) }, { ...badDate, suggestion });
    },
  };
}

function longAgo(field: 'birthday' | 'anniversary'): CustomerRecipe {
  return {
    name: `${field} before anybody's time`,
    weight: 2,
    plant: (draft, { asOf, random }) =>
      spoil(
        draft,
        { field, value: inYear(dayAfter(asOf, random.below(365)), random.pick([1066, 1753, 1884])) },
        badDate,
      ),
  };
}

/** Days that nobody can have been born or married on. */
export const dateFaults: readonly CustomerRecipe[] = [
  inTheFuture('birthday'),
  longAgo('birthday'),
  inTheFuture('anniversary'),
  longAgo('anniversary'),
];

/** Consent to marketing that would not stand up. */
export const consentFaults: readonly CustomerRecipe[] = [
  {
    name: 'consent without its date',
    weight: 8,
    plant: (draft, { random }) => {
      put(draft, 'marketingEmail', 'Y');
      put(draft, 'consentedAt', random.pick([null, noTime]));
      plant(draft, { field: 'consentedAt', code: 'consent_date_required', severity: 'drop-field' });
    },
  },
  {
    name: 'consent given in the future',
    weight: 3,
    plant: (draft, { asOf, random }) => {
      put(draft, 'marketingPost', 'Y');
      spoil(draft, { field: 'consentedAt', value: `${dayAfter(asOf, random.between(400, 4000))} 12:30:00` }, badDate);
    },
  },
];
