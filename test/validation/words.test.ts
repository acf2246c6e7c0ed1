import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genieaiRules } from '../../src/connectors/genieai/rules.ts';
import { readKinds } from '../../src/model/record.ts';
import { markedValue } from '../../src/validation/marked-value.ts';
import { groupWords, suggestionWords } from '../../src/validation/problem-words.ts';
import { createRuleBook } from '../../src/validation/rule-book.ts';

const marked = (value: string | null, code: string, suggestion?: string) =>
  markedValue({ value, code, suggestion: suggestion === undefined ? null : { value: suggestion } })
    .map(({ text, faulty }) => (faulty ? `[${text}]` : text))
    .join('');

describe('a value with its faulty part marked', () => {
  it.each([
    ['O7700 900123', 'bad_phone', '07700 900123', '[O]7700 900123'],
    ['jane,smith@@example.com', 'bad_email', undefined, 'jane[,]smith[@]@example.com'],
    ['IP33IAA', 'bad_postcode', 'IP33 1AA', 'IP33[I]AA'],
    ['jane@gmial.com', 'likely_slip', 'jane@gmail.com', 'jane@gm[ia]l.com'],
    ['2085-03-02', 'bad_date', '1985-03-02', '[20]85-03-02'],
    ['2085-03-02', 'bad_date', '02/03/1985', '[2085]-03-02'],
    ['04/13/1985', 'bad_date', '13/04/1985', '[04/13]/1985'],
    ['5012345678901', 'bad_barcode', undefined, '501234567890[1]'],
    ['R\ufffdng', 'bad_character', undefined, 'R[\ufffd]ng'],
    ['960123', 'bad_phone', undefined, '960123'],
    [null, 'required', undefined, ''],
  ] as [string | null, string, string | undefined, string][])('marks %j (%s)', (...[value, code, suggestion, text]) => {
    expect(marked(value, code, suggestion)).toBe(text);
  });

  it('always makes up the value', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('bad_phone', 'bad_email', 'bad_postcode', 'untrimmed'),
        fc.option(fc.string()),
        (value, code, other) => {
          const parts = markedValue({ value, code, suggestion: other === null ? null : { value: other } });
          expect(parts.map(({ text }) => text).join('')).toBe(value);
        },
      ),
    );
  });
});

describe('the words for a cause', () => {
  it.each([
    [{ field: 'phone', code: 'bad_phone', count: 43 }, '43 phone numbers that cannot be called'],
    [{ field: 'postcode', code: 'bad_postcode', count: 1 }, '1 postcode that does not exist'],
    [{ field: 'lines[].lineTotal', code: 'line_total_mismatch', count: 2 }, '2 totals of lines that do not add up'],
    [{ field: 'lines', code: 'required', count: 1200 }, '1,200 sales without lines'],
    [{ field: 'shoeSize', code: 'odd', count: 3 }, '3 × It is odd.'],
  ])('of %j', (group, words) => {
    expect(groupWords({ ...group, says: 'It is odd.' })).toBe(words);
  });

  it('are words for every rule', () => {
    for (const kind of readKinds) {
      for (const { field, code, says } of genieaiRules[kind].rules) {
        expect(groupWords({ field, code, count: 2, says })).toMatch(/^2 /);
      }
    }
  });

  it('put what is not certain as a question', () => {
    expect(suggestionWords({ value: '1985-03-02', certain: false })).toBe('Should it be 1985-03-02?');
    expect(suggestionWords({ value: 'IP33 1AA', certain: true })).toBe('Type IP33 1AA instead.');
  });
});

describe('what is found at a destination without rules of its own', () => {
  const ruleOf = createRuleBook({ rules: [] });

  it.each([
    ['price', 'wrong_type', 'This cannot be read.'],
    ['birthday', 'bad_date', 'This day cannot be read.'],
    ['key', 'duplicate_key', 'The till has this number more than once.'],
  ])('is said in words of ours: %s, %s', (field, code, says) => {
    expect(ruleOf({ field, code })).toMatchObject({ field, code, severity: 'block', says });
  });

  it('is said plainly where only the far side knows it', () => {
    const { field, says } = ruleOf({ field: 'lines[2].quantity', code: 'too_heavy' });
    expect(field).toBe('lines[].quantity');
    expect(says).toContain('for a reason that Tillbridge has no words for');
  });
});
