import type { Row } from '../src/model/record.ts';
import { firstNames, lastNames, streets } from '../src/sandbox/shop/names.ts';

/** A customer's row of one of two sources. */
export interface PersonRow {
  readonly source: 'till' | 'website';
  readonly key: string;
  readonly cells: Row;
}

/** The fields of the rows, in the order of their cells. */
export const personFields = [
  'firstName',
  'lastName',
  'email',
  'mobile',
  'line1',
  'town',
  'postcode',
  'country',
  'birthday',
];

/** Of the website's customers, two in five are at the till too. */
const overlap = 0.4;

/**
 * So many customers, three in five of them at the till, two at the website. A household has one last name, one house and
 * about two people; whoever is in both sources is written otherwise in one of three cases.
 */
export function* peopleRows(count: number): Generator<PersonRow> {
  const till = Math.round(count * 0.6);
  for (let index = 0; index < till; index++) {
    yield { source: 'till', key: String(index + 1), cells: cellsOf(index) };
  }
  const website = count - till;
  for (let index = 0; index < website; index++) {
    const isKnown = index % 10 < overlap * 10;
    const cells = isKnown ? otherwise(cellsOf(Math.floor((index * till) / website)), index) : cellsOf(count + index);
    yield { source: 'website', key: `web-${scattered(index, 9).toString(16)}-${index}`, cells };
  }
}

/** Every hundredth row of the till, with another e-mail address for each round. */
export function* editedRows(count: number, round: number): Generator<PersonRow> {
  const till = Math.round(count * 0.6);
  for (let index = 0; index < till; index += 60) {
    const cells = cellsOf(index).with(2, `edited.${round}.${index}@example.org`);
    yield { source: 'till', key: String(index + 1), cells };
  }
}

function cellsOf(person: number): Row {
  const house = Math.floor(person / 2);
  const firstName = pick(firstNames, scattered(person, 1));
  const lastName = pick(lastNames, scattered(house, 2));
  const letters = (text: string) => text.normalize('NFD').replaceAll(/[^A-Za-z]/g, '');
  const where = scattered(house, 3);
  return [
    firstName,
    lastName,
    person % 5 === 0 ? null : `${letters(firstName)}.${letters(lastName)}.${person}@example.com`,
    // A country's code that no country has: there are too few numbers that are kept for inventions.
    person % 3 === 0 ? null : `+9997${String(10_000_000 + (scattered(person, 4) % 89_999_999))}`,
    `${1 + (where % 240)} ${pick(streets, where >>> 8)}`,
    'Bury St Edmunds',
    `IP${1 + ((where >>> 4) % 33)} ${where % 10}${'ABDEFGHJLN'.charAt((where >>> 9) % 10)}${'PQRSTUWXYZ'.charAt((where >>> 13) % 10)}`,
    'GB',
    person % 4 === 0 ? `19${50 + (person % 50)}-0${1 + (person % 9)}-1${person % 10}` : null,
  ];
}

/** As the same person may write themselves elsewhere. */
function otherwise([firstName = null, lastName = null, ...rest]: Row, index: number): Row {
  if (index % 3 === 0) return [`${firstName?.charAt(0)}.`, lastName, ...rest];
  if (index % 3 === 1) return [firstName, lastName?.toUpperCase() ?? null, ...rest];
  return [firstName, lastName, ...rest];
}

function pick(texts: readonly string[], number: number): string {
  return texts[number % texts.length] ?? '';
}

/** A number that seems to have nothing to do with another: the same for the same, on every machine. */
function scattered(number: number, salt: number): number {
  let mixed = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca77);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
