import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/report/csv.ts';

/** An independent reader after RFC 4180, strict: a stray quote or a bare line feed is an error. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      const match = /^"((?:[^"]|"")*)"/u.exec(text.slice(at));
      if (!match) throw new Error('an open quote');
      cell = (match[1] ?? '').replaceAll('""', '"');
      at += match[0].length;
    } else {
      cell = /^[^",\r\n]*/u.exec(text.slice(at))?.[0] ?? '';
      at += cell.length;
    }
    rows.at(-1)?.push(cell);
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) rows.at(-1)?.push('');
    } else if (text.startsWith('\r\n', at)) {
      at += 2;
      if (at < text.length) rows.push([]);
    } else if (at < text.length) throw new Error(`a stray character ${JSON.stringify(text[at])}`);
  }
  return rows;
}

const awkward = fc.oneof(
  fc.string(),
  fc.string({
    unit: fc.constantFrom('a', '"', ',', '\r', '\n', '\r\n', "'", '=', '+', '-', '@', ' ', '\t', 'é', '＝'),
  }),
);

describe('a CSV document', () => {
  test('gives every text back, an apostrophe in front at most', () => {
    fc.assert(
      fc.property(fc.array(fc.array(awkward, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const [first = []] = rows;
        const square = rows.map((row) => first.map((_cell, index) => row[index] ?? ''));
        const back = read(csv(first, square.slice(1)));
        expect(back.map((row) => row.map((cell) => cell.replace(/^'/u, '')))).toEqual(
          square.map((row) => row.map((cell) => cell.replace(/^'/u, ''))),
        );
      }),
    );
  });

  test('holds nothing that a spreadsheet would run', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        const [[cell = ''] = []] = read(csv([text, 'x'], []));
        expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u);
      }),
    );
  });

  test('leaves numbers numbers', () => {
    expect(csv(['a', 'b'], [[-5.25, '-5.25']])).toBe("a,b\r\n-5.25,'-5.25\r\n");
  });

  test('has a byte-order mark only when it is asked for', () => {
    expect(csv(['a'], [], { bom: true })).toBe('\uFEFFa\r\n');
    expect(csv(['a'], [])).toBe('a\r\n');
  });

  test('leaves what is not there empty', () => {
    expect(csv(['a', 'b'], [[null, '']])).toBe('a,b\r\n,\r\n');
  });
});
