import * as fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { describe, expect, it } from 'vitest';
import { isPossibleE164, toE164, writtenPhone } from '../../src/model/phone-number.ts';

const codes = [...Object.keys(metadata.country_calling_codes), ...Object.keys(metadata.nonGeographic)];
const countries = Object.keys(metadata.countries) as (keyof typeof metadata.countries)[];
const digits = fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: 1, maxLength: 14 });

describe('isPossibleE164', () => {
  it('agrees with the library for every calling code', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes, '999', '0'), digits, (code, rest) => {
        const text = `+${code}${rest}`.slice(0, 16);
        const number = parsePhoneNumberFromString(text, metadata);
        expect(isPossibleE164(text)).toBe(number !== undefined && number.isPossible() && number.number === text);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each(['+447700900123', '+442079460123', '+12125550123', '+4930123456', '+80012345678'])('takes %s', (text) => {
    expect(isPossibleE164(text)).toBe(true);
  });

  it.each([
    '',
    '+',
    '447700900123',
    '+44 7700 900123',
    '+4407700900123',
    '+44123',
    '+0447700900123',
    '+44770090012345',
    '+447700900123\n',
  ])('does not take %j', (text) => {
    expect(isPossibleE164(text)).toBe(false);
  });
});

describe('toE164', () => {
  it('agrees with the library in every country', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...countries),
        fc.constantFrom('', '0', '00', '1', '8', '+', '+0', '+999'),
        digits,
        (country, prefix, rest) => {
          const text = prefix + rest;
          const number = parsePhoneNumberFromString(text, country, metadata);
          const possible = number?.isPossible() && isPossibleE164(number.number) ? number.number : undefined;
          expect(toE164(text, country)).toBe(possible);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('gives what isPossibleE164 takes, and leaves it as it is when asked again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...countries), digits, (country, text) => {
        const number = toE164(text, country);
        if (number === undefined) return;
        expect(isPossibleE164(number)).toBe(true);
        expect(toE164(number, country)).toBe(number);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['07700 900123', 'GB', '+447700900123'],
    ['(07700) 900-123', 'GB', '+447700900123'],
    ['0044 7700 900123', 'GB', '+447700900123'],
    ['+44 (0)7700 900123', 'GB', '+447700900123'],
    ['(+44) 7700 900123', 'GB', '+447700900123'],
    ['447700900123', 'GB', '+447700900123'],
    ['020 7946 0123', 'GB', '+442079460123'],
    ['030/123456', 'DE', '+4930123456'],
    ['(212) 555-0123', 'US', '+12125550123'],
    ['+44 7700 900123', 'XX', '+447700900123'],
  ])('reads %s in %s as %s', (text, country, number) => {
    expect(toE164(text, country)).toBe(number);
  });

  it.each([
    'O7700 900123',
    '07700 9OO123',
    '07700 900123 x12',
    '900123',
    '07700 900123 / 07700 900124',
    'none',
    '',
    '-',
    '07700 900123 mum',
  ])('does not read %j', (text) => {
    expect(toE164(text, 'GB')).toBeUndefined();
  });

  it('needs the code of a country that it does not know', () => {
    expect(toE164('07700 900123', 'XX')).toBeUndefined();
  });
});

describe('a number as people write it', () => {
  it.each([
    ['+447700900122', 'GB', '07700 900122'],
    ['+441632960123', 'GB', '01632 960123'],
    ['+442079460123', 'GB', '020 7946 0123'],
    ['+4930123456', 'GB', '+49 30 123456'],
    ['+4930123456', 'DE', '030 123456'],
    ['+447700900122', 'DE', '+44 7700 900122'],
    ['+12125550123', 'US', '(212) 555-0123'],
    ['+447700900122', 'XX', '+44 7700 900122'],
  ])('%s is in %s %s', (number, country, written) => {
    expect(writtenPhone(number, country)).toBe(written);
  });

  it('keeps its country’s code where it will be read as another country’s', () => {
    expect(writtenPhone('+447700900122', 'GB', 'DE')).toBe('+44 7700 900122');
  });

  it('is read as the same number, in every country', () => {
    fc.assert(
      fc.property(fc.constantFrom(...countries), fc.constantFrom(...countries), digits, (country, other, text) => {
        const number = toE164(text, country);
        if (number === undefined) return;
        expect(toE164(writtenPhone(number, country), country)).toBe(number);
        expect(toE164(writtenPhone(number, country, other), other)).toBe(number);
      }),
      { numRuns: 5000 },
    );
  });
});
