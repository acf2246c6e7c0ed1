import { describe, expect, test } from 'vitest';
import { createWords } from '../../renderer/words/create-words.ts';
import { english } from '../../renderer/words/english.ts';
import { german } from '../../renderer/words/german.ts';

const britain = { country: 'GB', currency: 'GBP', timeZone: 'Europe/London' } as const;
const inEnglish = createWords('en', britain);
const inGerman = createWords('de', { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' });
const now = Date.parse('2026-11-20T18:00:00Z');
const minute = 60_000;

/** Every text by its path; those with figures in them are asked with the same ones. */
function textsOf(words: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') {
    const given = Array.from({ length: words.length }, (_, place) => `<${place}>`);
    const text: unknown = Reflect.apply(words, undefined, given);
    return [[path, String(text)]];
  }
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => textsOf(value, path === '' ? key : `${path}.${key}`));
}

/** Words that are the same in both languages, and what is nobody's language at all. */
const same = new Set(['Tillbridge', 'English', 'Deutsch', 'Name', 'Pause', 'Website', 'Port', 'Firebird', 'SELECT']);

describe('the languages', () => {
  test('German says everything, and says it in German', () => {
    const inBoth = new Map(textsOf(english));
    const texts = textsOf(german);
    expect(texts.map(([path]) => path).toSorted()).toEqual([...inBoth.keys()].toSorted());
    const left = texts.filter(
      ([path, text]) => inBoth.get(path) === text && !same.has(text) && /\p{L}{2}/u.test(text.replaceAll(/<\d>/g, '')),
    );
    expect(left).toEqual([]);
    const alike = new Set(texts.flatMap(([path, text]) => (inBoth.get(path) === text ? [text] : [])));
    expect([...same].filter((word) => !alike.has(word))).toEqual([]);
  });

  test('no text stands empty, and none speaks to somebody with du', () => {
    expect([...textsOf(english), ...textsOf(german)].filter(([, text]) => text === '')).toEqual([]);
    expect(textsOf(german).filter(([, text]) => /\b(du|dein|deine|deinen|dir|dich)\b/i.test(text))).toEqual([]);
  });
});

describe('figures', () => {
  test('are written as in the shop’s country', () => {
    expect(inEnglish.money(431_000)).toBe('£4,310.00');
    expect(inGerman.money(431_000)).toBe('4.310,00\u{a0}€');
    expect(inEnglish.number(12_006)).toBe('12,006');
    expect(inGerman.number(12_006)).toBe('12.006');
  });

  test('money of a currency without pence has none', () => {
    expect(inEnglish.money(4310, 'JPY')).toBe('JP¥4,310');
  });

  test('times stand in the shop’s time zone, wherever the window is', () => {
    expect(inEnglish.time('2026-07-01T12:30:00Z')).toBe('1 Jul 2026, 13:30');
    expect(inGerman.time('2026-07-01T12:30:00Z')).toBe('1. Juli 2026, 14:30');
  });

  test('a time of today stands without its date', () => {
    const today = new Date().toISOString();
    expect(inEnglish.time(today)).toMatch(/^\d\d:\d\d$/);
  });

  test.each([
    [10_000, 'just now', 'gerade eben'],
    [4 * minute, '4 minutes ago', 'vor 4 Minuten'],
    [3 * 60 * minute, '3 hours ago', 'vor 3 Stunden'],
    [24 * 60 * minute, 'yesterday', 'gestern'],
  ])('%d milliseconds ago is told as a person would', (past, told, erzählt) => {
    const then = new Date(now - past).toISOString();
    expect([inEnglish.ago(then, now), inGerman.ago(then, now)]).toEqual([told, erzählt]);
  });

  test.each([
    [900, '0.9 s'],
    [47_000, '47 s'],
    [3 * minute, '3 min'],
    [5_400_000, '1.5 h'],
  ])('%d milliseconds take %s', (length, told) => {
    expect(inEnglish.span(length)).toBe(told);
  });

  test.each([
    [0, '1 minute'],
    [3 * minute + 1, '4 minutes'],
    [4 * minute, '4 minutes'],
    [61 * minute, '2 hours'],
    [49 * 60 * minute, '3 days'],
  ])('an age of %d milliseconds is never made younger: %s', (length, told) => {
    expect(inEnglish.lasting(length)).toBe(told);
  });

  test('an age is told in the language, too', () => {
    expect(inGerman.lasting(4 * minute)).toBe('4 Minuten');
  });
});
