import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../src/support/redact.ts';

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const name = fc.stringMatching(/^[a-z][a-z0-9._+-]{0,15}$/);
const emails = fc
  .tuple(name, name, fc.constantFrom('com', 'co.uk', 'example', 'org'))
  .map(([a, b, c]) => `${a}@${b}.${c}`);
const phones = fc
  .tuple(
    fc.constantFrom(
      '07700 900',
      '+44 7700 900',
      '(01632) 960',
      '020-7946-0',
      'O7700900',
      '01632.960.',
      '0044 7700 900',
    ),
    fc.array(digit, { minLength: 3, maxLength: 3 }).map((digits) => digits.join('')),
  )
  .map(([start, end]) => start + end);
const words = fc
  .array(fc.constantFrom('reading', 'customers', 'the till:', 'row', '(', 'line 12,', '"', '=', '89.00'))
  .map((all) => all.join(' '));

describe('a text for the log', () => {
  test('holds no e-mail address, whatever stands around it', () => {
    fc.assert(
      fc.property(words, emails, words, (before, email, after) => {
        expect(redact(`${before} ${email} ${after}`)).not.toContain(email);
        expect(redact(`${before}<${email}>${after}`)).not.toContain(email);
      }),
    );
  });

  test('holds no telephone number, however it is spaced', () => {
    fc.assert(
      fc.property(words, phones, words, (before, phone, after) => {
        const text = redact(`${before} ${phone} ${after}`);
        expect(text).not.toContain(phone);
        expect(text).toContain('[phone]');
      }),
    );
  });

  test('holds none of the secrets in use, whatever they look like', () => {
    fc.assert(
      fc.property(words, fc.string({ minLength: 8 }), words, (before, secret, after) => {
        // A secret that stands by chance in the words around it is taken out there too.
        expect(redact(`${before}${secret}${after}`, [secret])).not.toContain(secret);
      }),
    );
  });

  test('is not changed by redacting it again', () => {
    fc.assert(
      fc.property(fc.string(), fc.oneof(emails, phones), fc.string(), (before, middle, after) => {
        const once = redact(`${before} ${middle} ${after}`);
        expect(redact(once)).toBe(once);
      }),
    );
  });

  test.for([
    ['Authorization: Bearer sk_live.51-abc', 'Authorization: Bearer [key]'],
    ['{"password":"masterkey"}', '{"password":"[key]"}'],
    ['apiKey=abc&shop=1', 'apiKey=[key]&shop=1'],
    ['the key gk3y9f8a7b6c5d4e3f2a1b0c9d8e was refused', 'the key [key] was refused'],
    ['sent to IP33 1AA', 'sent to [postcode]'],
  ] as const)('%s becomes %s', ([text, expected]) => {
    expect(redact(text)).toBe(expected);
  });

  test.for([
    'reading products from the till: connect ECONNREFUSED 192.168.100.123:3050',
    'run 42 completed at 2026-11-21T23:05:11.123Z: 79,742 sent in 47.2 s',
    'the database looks like a copy from 2026-11-03',
    'opening the keychain: the password could not be read',
    'CUST.EMAIL is not a column of this database',
  ])('%s stays as it is', (text) => {
    expect(redact(text)).toBe(text);
  });
});
