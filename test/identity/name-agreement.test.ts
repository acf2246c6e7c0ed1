import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, type NameAgreement } from '../../src/identity/name-agreement.ts';
import { personName, type NameFields } from '../../src/identity/person-name.ts';

/** `Mrs | Ann | Smith`, `Ann | Smith`, `Smith`; a company behind `@`. */
function fields(text: string): NameFields {
  const [name = '', company] = text.split('@').map((part) => part.trim());
  const parts = name === '' ? [] : name.split('|').map((part) => part.trim());
  const [lastName = null, firstName = null, title = null] = parts.toReversed();
  return { title, firstName, lastName, company: company ?? null };
}

function compare(one: string, other: string): NameAgreement {
  return compareNames(personName(fields(one)), personName(fields(other)));
}

const table: readonly (readonly [string, string, NameAgreement])[] = [
  // Written otherwise.
  ['Ada | Lovelace', 'ADA | LOVELACE', 'same'],
  ['Renée | Müller', 'Renee | Muller', 'same'],
  ['Jürgen | Müller', 'Jurgen | Mueller', 'same'],
  ['Siân | Brontë', 'SIAN | BRONTE', 'same'],
  ["Ann | O'Brien", 'Ann | O’Brien', 'same'],
  ["Ann | O'Brien", 'Ann | OBrien', 'same'],
  ["Ann | O'Brien", 'Ann | O Brien', 'same'],
  ['Mary-Ann | St. John', 'Mary Ann | St John', 'same'],
  ['Maryann | Lamb', 'Mary-Ann | Lamb', 'same'],
  ['Søren | Weiß', 'Soren | Weiss', 'same'],
  ['Paula | de la Mare', 'Paula | De La Mare', 'same'],
  ['Mrs | Ann | Smith', 'Ann | Smith', 'same'],
  ['Mrs Ann | Smith', 'Ann | Smith', 'same'],
  ['Ann | Smith MBE', 'Ann | Smith', 'same'],
  // In other places.
  ['Lovelace | Ada', 'Ada | Lovelace', 'same'],
  ['Ada Lovelace', 'Ada | Lovelace', 'same'],
  ['Lovelace, Ada', 'Ada | Lovelace', 'same'],
  // Initials and middle names.
  ['A. | Lovelace', 'Ada | Lovelace', 'initials'],
  ['A | Lovelace', 'A. | Lovelace', 'initials'],
  ['JP | Quill', 'John Paul | Quill', 'initials'],
  ['J. | Quill', 'Mary | Quill', 'different'],
  ['John Andrew | Quill', 'John | Quill', 'same'],
  ['John A. | Quill', 'John Andrew | Quill', 'same'],
  ['John Andrew | Quill', 'John Brian | Quill', 'different'],
  ['John Andrew | Quill', 'Andrew | Quill', 'initials'],
  ['Lovelace', 'Ada | Lovelace', 'initials'],
  ['Ada | Lovelace', 'Ada |', 'initials'],
  // Short forms.
  ['Bob | Wren', 'Robert | Wren', 'same'],
  ['Liz | Wren', 'Elizabeth | Wren', 'same'],
  ['Beth | Wren', 'Liz | Wren', 'same'],
  ['B. | Wren', 'Robert | Wren', 'different'],
  ['R. | Wren', 'Bob | Wren', 'initials'],
  ['Sam | Wren', 'Samantha | Wren', 'same'],
  ['Samuel | Wren', 'Samantha | Wren', 'different'],
  // Slips of the fingers.
  ['Elizabeth | Barraclough', 'Elizbeth | Barraclough', 'same'],
  ['Ada | Shufflebottom', 'Ada | Shuflebottom', 'same'],
  ['Ada | Featherstone', 'Ada | Featherstoen', 'same'],
  ['Ada | Wren', 'Ada | Wrem', 'renamed'],
  ['Rosalind | Featherstone', 'Rosalnd | Fetherstone', 'apart'],
  // One letter, and somebody else.
  ['Jean | Wren', 'Joan | Wren', 'different'],
  ['Francis | Wren', 'Frances | Wren', 'different'],
  ['Andrew | Wren', 'Andrea | Wren', 'different'],
  ['Simon | Wren', 'Simone | Wren', 'different'],
  ['Martin | Wren', 'Marvin | Wren', 'different'],
  ['Louis | Wren', 'Louise | Wren', 'different'],
  // Last names.
  ['Ann | Smith-Jones', 'Ann | Jones', 'same'],
  ['Ann | Smith', 'Ann | Smith Jones', 'same'],
  ['Ann | Smith', 'Ann | Jones', 'renamed'],
  ['A. | Smith', 'Ann | Jones', 'apart'],
  ['Ann | Smith', 'Bob | Jones', 'different'],
  // Titles and generations.
  ['Mr | J | Smith', 'Mrs | J | Smith', 'different'],
  ['Mr | Robin | Smith', 'Mrs | Robin | Smith', 'same'],
  ['Dr | Ann | Smith', 'Mrs | Ann | Smith', 'same'],
  ['John | Smith Jr', 'John | Smith Sr', 'different'],
  ['John | Smith Jr', 'John | Smith', 'initials'],
  ['John | Senior', 'John | Senior', 'same'],
  // Couples.
  ['Mr & Mrs | | Smith', 'John | Smith', 'apart'],
  ['John & Mary | Smith', 'John | Smith', 'apart'],
  ['John & Mary | Smith', 'John and Mary | Smith', 'apart'],
  ['John & Mary | Smith', 'JOHN & MARY | SMITH', 'same'],
  ['Mr & Mrs | | Smith', 'Mr and Mrs | | Smith', 'initials'],
  // Companies.
  ['@ Harcourt & Co. Ltd', '@ Harcourt Co', 'same'],
  ['@ Harcourt & Co. Ltd', '@ Larkspur Interiors', 'apart'],
  ['@ Harcourt Ltd', 'Ann | Smith @ Harcourt', 'initials'],
  ['@ Harcourt Ltd', 'Ann | Smith', 'apart'],
  // Nobody says.
  ['', 'Ann | Smith', 'unsaid'],
  ['', '', 'unsaid'],
  ['Mrs | |', 'Ann | Smith', 'unsaid'],
];

describe('two names', () => {
  test.each(table)('%s and %s: %s', (one, other, agreement) => {
    expect(compare(one, other)).toBe(agreement);
    expect(compare(other, one)).toBe(agreement);
  });

  const word = fc.constantFrom(
    'ann',
    'Ann',
    'A.',
    'Bob',
    'Robert',
    'Smith',
    'Smith-Jones',
    "O'Brien",
    '&',
    'Mrs',
    '',
    'Élise',
  );
  const name = fc.record({ title: word, firstName: word, lastName: word, company: word }).map(personName);

  test('compare as they compare the other way round', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(compareNames(one, other)).toBe(compareNames(other, one));
      }),
    );
  });

  test('never differ from themselves', () => {
    fc.assert(
      fc.property(name, (one) => {
        expect(['same', 'initials', 'unsaid']).toContain(compareNames(one, one));
      }),
    );
  });
});
