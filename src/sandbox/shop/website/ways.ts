import type { Random } from '../random.ts';
import { plainLetters, withSlip, type Name } from './spelling.ts';
import type { TillPerson } from './till-people.ts';

/** One way in which a customer of the till is written on the website. */
export interface Way {
  readonly how: string;
  readonly by: 'email' | 'phone' | 'address';
  /** How often it is met, against the others. */
  readonly weight: number;
  /** Customers who can be written so. */
  readonly fits: (till: TillPerson) => boolean;
  readonly name: (till: TillPerson, random: Random) => Name;
  /** As typed at the website; where it is absent, another one than at the till. */
  readonly email?: (till: TillPerson) => string;
  /** Where they live as the website has it: as at the till, elsewhere, or unknown. */
  readonly lives: 'there' | 'elsewhere' | 'unsaid';
  /** The address is in capitals, its postcode in one word. */
  readonly shouts?: true;
}

const hasEmail = ({ email }: TillPerson): boolean => email !== '';
const asWritten = ({ firstName, lastName }: TillPerson): Name => ({ firstName, lastName });
const sameEmail = ({ email }: TillPerson): string => email;
const hasHouse = ({ line1, town, postcode }: TillPerson): boolean => line1 !== '' && town !== '' && postcode !== '';

/** Known by their e-mail address, however else they are written. */
const byEmail: readonly Omit<Way, 'by'>[] = [
  { how: 'nothing but the website', weight: 30, fits: hasEmail, name: asWritten, lives: 'unsaid' },
  {
    how: 'capitals',
    weight: 8,
    fits: hasEmail,
    name: ({ firstName, lastName }) => ({ firstName: firstName.toUpperCase(), lastName: lastName.toUpperCase() }),
    email: ({ email }: TillPerson) => email.toUpperCase(),
    lives: 'there',
  },
  {
    how: 'small letters',
    weight: 6,
    fits: hasEmail,
    name: ({ firstName, lastName }) => ({ firstName: firstName.toLowerCase(), lastName: lastName.toLowerCase() }),
    lives: 'unsaid',
  },
  {
    how: 'accents and apostrophes',
    weight: 8,
    fits: ({ firstName, lastName, email }) =>
      email !== '' && plainLetters(firstName + lastName) !== firstName + lastName,
    name: ({ firstName, lastName }) => ({ firstName: plainLetters(firstName), lastName: plainLetters(lastName) }),
    lives: 'there',
  },
  {
    how: 'hyphen',
    weight: 2,
    fits: ({ firstName, lastName, email }) => email !== '' && (firstName + lastName).includes('-'),
    name: ({ firstName, lastName }) => ({
      firstName: firstName.replaceAll('-', ' '),
      lastName: lastName.replaceAll('-', ' '),
    }),
    lives: 'unsaid',
  },
  {
    how: 'initial for the first name',
    weight: 8,
    fits: hasEmail,
    name: ({ firstName, lastName }) => ({ firstName: `${firstName.slice(0, 1)}.`, lastName }),
    lives: 'there',
  },
  {
    how: 'first and last name changed over',
    weight: 4,
    fits: hasEmail,
    name: ({ firstName, lastName }) => ({ firstName: lastName, lastName: firstName }),
    lives: 'unsaid',
  },
  {
    how: 'one letter left out',
    weight: 4,
    fits: ({ lastName, email }) => email !== '' && /^[A-Z][a-z]{7,}$/.test(lastName),
    name: ({ firstName, lastName }) => ({ firstName, lastName: withSlip(lastName) }),
    lives: 'there',
  },
  { how: 'an address of before', weight: 10, fits: hasEmail, name: asWritten, lives: 'elsewhere' },
];

/** Another e-mail address, but the same name in the same house. */
const sameHouse = {
  by: 'address',
  fits: (till: TillPerson) => hasEmail(till) && hasHouse(till),
  name: asWritten,
  lives: 'there',
} as const;
const byAddress: readonly Way[] = [
  { how: 'another e-mail address, the same house', weight: 10, ...sameHouse },
  { how: 'another e-mail address, the same house in capitals', weight: 4, ...sameHouse, shouts: true },
  {
    how: 'no e-mail address at the till, the same house',
    weight: 6,
    ...sameHouse,
    fits: (till: TillPerson) => !hasEmail(till) && hasHouse(till),
  },
];

/** How customers of the till are written whom the plain shop has. */
export const waysOfOthers: readonly Way[] = [
  ...byEmail.map((way) => ({ email: sameEmail, ...way, by: 'email' as const })),
  ...byAddress,
];
