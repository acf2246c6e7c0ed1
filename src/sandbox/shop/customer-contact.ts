import type { CustomerDraft } from './customer.ts';
import { put, putUnclean, type Cell } from './draft.ts';
import { mailDomains, streets, towns } from './names.ts';
import { nothing } from './nothing.ts';
import { landline, mobile, type TypedPhone } from './phone.ts';
import { postcodeIn } from './postcode.ts';
import type { Random } from './random.ts';

/** Gives a customer at least one way to be reached; a complete one e-mail, phone, mobile and a British address. */
export function writeContact(draft: CustomerDraft, random: Random, complete: boolean): void {
  const roll = random.below(100);
  if (complete || roll < 85) writeEmail(draft, random);
  else put(draft, 'email', nothing(random));
  if (complete || random.oneIn(2)) putPhone(draft, 'phone', landline(random));
  if (complete || roll >= 85 || !random.oneIn(3)) putPhone(draft, 'mobile', mobile(random));
  if (complete || !random.oneIn(20)) writeBritishAddress(draft, random);
  else if (random.oneIn(2)) writeForeignAddress(draft, random);
  else putHomeCountry(draft, random);
}

/** Writes a number as typed; cleaning makes it one that can be dialled. */
function putPhone(draft: CustomerDraft, field: 'phone' | 'mobile', { typed, dialled }: TypedPhone): void {
  putUnclean(draft, field, { before: typed, after: dialled, reason: 'phone' });
}

/** What stands before the `@`: the account number at its end keeps all addresses apart. */
export function mailboxOf({ values }: CustomerDraft, random: Random): string {
  const first = inPlainLetters(values.firstName).slice(0, random.oneIn(3) ? 1 : undefined);
  const names = [first, inPlainLetters(values.lastName)].filter((name) => name !== '');
  return names.join(random.pick(['.', '.', '_', '-'])) + String(values.key);
}

function inPlainLetters(cell: Cell): string {
  return String(cell ?? '')
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
}

function writeEmail(draft: CustomerDraft, random: Random): void {
  const mailbox = mailboxOf(draft, random);
  const domain = random.pick(mailDomains);
  const capitals = [domain.toUpperCase(), domain.replace(/^./, (first) => first.toUpperCase())];
  const typed = random.oneIn(15) ? random.pick(capitals) : domain;
  putUnclean(draft, 'email', {
    before: `${mailbox}@${typed}`,
    after: `${mailbox}@${domain}`,
    reason: 'e-mail domain',
  });
}

const secondLines = ['Flat 2, "The Maltings"', 'Rear of No. 9; ring twice', "c/o O'Brien"] as const;

function writeBritishAddress(draft: CustomerDraft, random: Random): void {
  const { values } = draft;
  const { town, county, outward } = random.pick(towns);
  values.line1 = `${random.between(1, 180)}${random.oneIn(15) ? 'a' : ''} ${random.pick(streets)}`;
  values.line2 = random.oneIn(8) ? random.pick(secondLines) : nothing(random);
  values.town = town;
  values.county = random.oneIn(3) ? nothing(random) : county;
  const after = postcodeIn(outward, random);
  const close = after.replace(' ', '');
  const before = random.pick([after, after, after, close, after.toLowerCase(), close.toLowerCase()]);
  putUnclean(draft, 'postcode', { before, after, reason: 'postcode' });
  putHomeCountry(draft, random);
}

/** Tills hold countries by name, by code, or not at all where it is the shop's own. */
function putHomeCountry(draft: CustomerDraft, random: Random): void {
  const typed = random.pick([null, null, '', ' ', 'GB', 'UK', 'England', 'United Kingdom']);
  if (typed === null || typed.trim() === '') put(draft, 'country', typed);
  else putUnclean(draft, 'country', { before: typed, after: 'GB', reason: 'country' });
}

/** Places abroad, with the country as typed and by its code. */
const abroad = [
  { line1: '14 rue de l’Église', town: 'Besançon', postcode: '25000', typed: 'France', country: 'FR' },
  { line1: 'Lange Straße 3', town: 'Göttingen', postcode: '37073', typed: 'Germany', country: 'DE' },
  { line1: "9 St. Brigid's Terrace", town: 'Galway', postcode: 'H91 X2C4', typed: 'Ireland', country: 'IE' },
  { line1: 'Calle Mayor, 7', town: 'Logroño', postcode: '26001', typed: 'ES', country: 'ES' },
] as const;

function writeForeignAddress(draft: CustomerDraft, random: Random): void {
  const { line1, town, postcode, typed, country } = random.pick(abroad);
  Object.assign(draft.values, { line1, town, postcode });
  putUnclean(draft, 'country', { before: typed, after: country, reason: 'country' });
  // Who lives abroad gives a number with its country's code: `01632 960123` would be another number there.
  for (const field of ['phone', 'mobile'] as const) {
    const dialled = draft.cleanings.get(field)?.after;
    if (dialled !== undefined) put(draft, field, dialled);
  }
}
