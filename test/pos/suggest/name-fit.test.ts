import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareThatLooks } from '../../../src/pos/suggest/looks-like.ts';
import { commonPrefix, nameFit, nameParts } from '../../../src/pos/suggest/name-fit.ts';

test('a name is taken apart at its capitals, its digits and its underscores, without its accents', () => {
  expect(nameParts('KD_Vorname2')).toEqual(['KD', 'VORNAME', '2']);
  expect(nameParts('homePhone')).toEqual(['HOME', 'PHONE']);
  expect(nameParts('STRAßE')).toEqual(['STRASSE']);
  expect(nameParts('Größe')).toEqual(['GROESSE']);
});

test('what most columns begin with says nothing', () => {
  expect(commonPrefix(['KDNR', 'KDNAME', 'KDPLZ', 'KDORT', 'LAND'])).toBe('KD');
  expect(commonPrefix(['NAME', 'ORT', 'PLZ', 'TEL'])).toBe('');
  expect(nameFit('KDPLZ', { words: ['PLZ'] }, 'KD')).toBeGreaterThan(0.9);
});

test('a whole name goes before a part of one, and that before a beginning', () => {
  const fits = ['PLZ', 'KUNDE_PLZ', 'PLZ_ALT', 'PLZX'].map((name) => nameFit(name, { words: ['PLZ'] }));
  expect(fits).toEqual(fits.toSorted((a, b) => b - a));
  expect(nameFit('MAILOK', { words: ['MAIL'], never: ['OK'] })).toBeGreaterThan(0);
  expect(nameFit('MAIL_OK', { words: ['MAIL'], never: ['OK'] })).toBe(0);
});

test('a fit is never below 0 or above 1', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (name, word, prefix) => {
      const fit = nameFit(name, { words: [word], perhaps: [prefix] }, prefix);
      return fit >= 0 && fit <= 1;
    }),
  );
});

test.each([
  ['email', 'ann@example.com', 'ann at example'],
  ['barcode', '4006381333931', '4006381333932'],
  ['postcode', 'IP33 1AA', 'Ipswich'],
  ['phone', '+44 (0)1632 960001', '12'],
  ['day', '1970-02-03', '03 Feb'],
  ['flag', 'J', 'perhaps'],
] as const)('%s is known by its looks', (nature, like, unlike) => {
  expect(shareThatLooks(nature, [like, like, unlike, unlike])).toBe(0.5);
});
