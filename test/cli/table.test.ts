import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutTo, legible, widthOf } from '../../src/cli/legible.ts';
import { table, type Column } from '../../src/cli/table.ts';

const columns: readonly Column[] = [
  { heading: 'No.', align: 'right' },
  { heading: 'Name', elastic: true },
  { heading: 'State' },
];

describe('a table', () => {
  test('lines its columns up', () => {
    expect(
      table(
        columns,
        [
          ['7', 'Ada Harper', 'waiting'],
          ['1182', 'Zoë', 'parked'],
        ],
        null,
      ),
    ).toEqual([' No.  Name        State', '   7  Ada Harper  waiting', '1182  Zoë         parked']);
  });

  test('cuts only what may give way, and never beyond the terminal', () => {
    const lines = table(columns, [['7', 'Mrs Augusta Featherstonehaugh-Cholmondeley', 'waiting']], 40);
    expect(lines[1]).toBe('  7  Mrs Augusta Featherstoneh…  waiting');
    expect(lines.every((line) => widthOf(line) <= 40)).toBe(true);
  });

  test('says a reason whole where the terminal is narrow, in lines below', () => {
    const reasons = [...columns, { heading: 'Why', wraps: true as const }];
    const why = 'the change waits to be sent, because the till says no figure';
    const lines = table(
      reasons,
      [
        ['7', 'Ada', 'waiting', why],
        ['8', 'Zoë', 'sent', ''],
      ],
      44,
    );
    expect(lines).toEqual([
      'No.  Name  State    Why',
      '  7  Ada   waiting  the change waits to be',
      '                    sent, because the till',
      '                    says no figure',
      '  8  Zoë   sent',
    ]);
    const [, ...word] = table(reasons, [['7', 'Ada', 'waiting', 'x'.repeat(60)]], 44);
    expect(word.map((line) => line.slice(20).trim()).join('')).toBe('x'.repeat(60));
    expect(word.every((line) => widthOf(line) <= 44)).toBe(true);
  });

  test('is as wide as its texts where nobody limits it', () => {
    const name = 'x'.repeat(500);
    expect(table(columns, [['7', name, 'waiting']], null)[1]).toContain(name);
  });
});

describe('a till’s text on a terminal', () => {
  test('can neither move the cursor nor change colours nor break the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(legible(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202E]/u);
      }),
    );
    expect(legible('Ada\u001B[31m\u001B]0;title\u0007\r\nHarper')).toBe('Ada Harper');
  });

  test('is cut between letters, not inside one', () => {
    expect(cutTo('Zoë', 3)).toBe('Zoë');
    expect(cutTo('👩‍👩‍👧‍👧 family', 3)).toBe('👩‍👩‍👧‍👧 …');
  });
});
