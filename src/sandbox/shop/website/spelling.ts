import type { SiteAddress } from '../../squarespace/site.ts';
import { streets, towns } from '../names.ts';
import { postcodeIn } from '../postcode.ts';
import type { Random } from '../random.ts';
import type { TillPerson } from './till-people.ts';

/** A first and a last name. */
export interface Name {
  readonly firstName: string;
  readonly lastName: string;
}

/** Without accents, with plain apostrophes: as somebody types on a telephone. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll('’', "'");
}

/** One letter in the middle left out. */
export function withSlip(text: string): string {
  const place = Math.floor(text.length / 2);
  return text.slice(0, place) + text.slice(place + 1);
}

/** First names that have a short form, with it. */
export const shortForms = [
  ['Robert', 'Bob'],
  ['Elizabeth', 'Liz'],
  ['William', 'Bill'],
  ['Margaret', 'Maggie'],
  ['Katherine', 'Kate'],
  ['Michael', 'Mike'],
] as const;

/** The address of a customer of the till, as a website's checkout writes it. */
export function addressOf(till: TillPerson, name: Name, phone?: string): SiteAddress | undefined {
  if (till.line1 === '' || till.town === '' || till.postcode === '') return undefined;
  return siteAddress({ line1: till.line1, town: till.town, postcode: till.postcode }, name, phone);
}

/** An address anywhere in Britain. */
export function someAddress(random: Random, name: Name, phone?: string): SiteAddress {
  const { town, outward } = random.pick(towns);
  const line1 = `${random.between(181, 399)} ${random.pick(streets)}`;
  return siteAddress({ line1, town, postcode: postcodeIn(outward, random) }, name, phone);
}

function siteAddress(
  { line1, town, postcode }: { line1: string; town: string; postcode: string },
  { firstName, lastName }: Name,
  phone: string | undefined,
): SiteAddress {
  return {
    firstName,
    lastName,
    address1: line1,
    city: town,
    countryCode: 'GB',
    postalCode: postcode,
    ...(phone !== undefined && { phone }),
  };
}
