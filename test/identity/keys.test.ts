import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/identity/digest.ts';
import { emailKey, isNobodysEmail } from '../../src/identity/email-key.ts';
import { houseOf } from '../../src/identity/house-key.ts';
import { isOneSlip } from '../../src/identity/one-slip.ts';
import { phoneKey } from '../../src/identity/phone-key.ts';

describe('an e-mail address', () => {
  test.each([
    [' Ada.Lovelace@Example.COM ', 'ada.lovelace@example.com'],
    ['ada.lovelace@gmail.com', 'adalovelace@gmail.com'],
    ['AdaLovelace+rings@googlemail.com', 'adalovelace@gmail.com'],
    ['ada.lovelace+rings@outlook.com', 'ada.lovelace@outlook.com'],
    ['ada+rings@example.com', 'ada+rings@example.com'],
    ['ada@gmial.com', 'ada@gmial.com'],
    ['+ada@gmail.com', '+ada@gmail.com'],
    ['ada', undefined],
    ['@example.com', undefined],
    ['ada@example', undefined],
    ['ada @example.com', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j reaches %j', (text, key) => {
    expect(emailKey(text)).toBe(key);
  });

  test('is reached under its own key', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const key = emailKey(text);
        expect(emailKey(key)).toBe(key);
      }),
    );
  });

  test.each([
    'info@firm.example',
    'no-reply@firm.example',
    'NONE@example.com',
    'no.email@example.com',
    'a@none.example',
  ])('%s is nobody’s', (text) => {
    expect(isNobodysEmail(emailKey(text) ?? '')).toBe(true);
  });

  test.each(['ada@example.com', 'nona@example.com', 'infokus@example.com', 'sales.smith@example.com'])(
    '%s may be somebody’s',
    (text) => {
      expect(isNobodysEmail(emailKey(text) ?? '')).toBe(false);
    },
  );
});

describe('a telephone number', () => {
  test.each([
    ['+447700900123', '+447700900123'],
    ['07700 900123', undefined],
    ['+440000000000', undefined],
    ['+441111111111', undefined],
    ['+441231234567', undefined],
    [null, undefined],
  ])('%j counts as %j', (text, key) => {
    expect(phoneKey(text)).toBe(key);
  });
});

describe('a house', () => {
  const house = (line1: string, postcode = 'IP33 1AA', line2: string | null = null) =>
    houseOf({ line1, line2, postcode });

  test.each([
    ['12 High Street', '12 HIGH ST.'],
    ['12 High Street', '12, High Street'],
    ['12a High Street', '12 A, High Street'],
    ['Flat 3, 12 High Street', 'Flat 3 12 High St'],
    ['Rose Cottage', 'ROSE COTTAGE, High Street'],
  ])('at %s is that at %s', (one, other) => {
    expect(house(one)).toEqual(house(other, 'ip331aa'));
  });

  test.each([
    ['12 High Street', '2 High Street'],
    ['12 High Street', '12a High Street'],
    ['Flat 3, 12 High Street', '12 High Street'],
    ['Rose Cottage', 'Ivy Cottage'],
  ])('at %s is not that at %s', (one, other) => {
    expect(house(one)).not.toEqual(house(other));
  });

  test('has its number in the second line where the first has a name', () => {
    expect(house('Rose Cottage', 'IP33 1AA', '12 High Street')).toEqual(house('12 High Street'));
  });

  test('abroad has its street too, for a postcode there may be a town', () => {
    expect(house('12 Goethestraße', '10623')).not.toEqual(house('12 Schillerstraße', '10623'));
  });

  test('is none without a postcode, or without a line', () => {
    expect(house('12 High Street', '')).toBeUndefined();
    expect(house('')).toBeUndefined();
  });
});

describe('one slip', () => {
  test.each([
    ['smith', 'smiht', true],
    ['smith', 'smth', true],
    ['smith', 'smiith', true],
    ['smith', 'smyth', true],
    ['smith', 'smith', false],
    ['smith', 'smithes', false],
    ['smith', 'htims', false],
    ['ab', 'ba', true],
  ])('%s and %s: %s', (one, other, is) => {
    expect(isOneSlip(one, other)).toBe(is);
    expect(isOneSlip(other, one)).toBe(is);
  });
});

test('digests are whole numbers of 48 bits that hardly ever meet', () => {
  const digests = new Set<number>();
  for (let index = 0; index < 200_000; index++) {
    const digest = digestOf(`email customer.${index}@example.com`);
    if (!Number.isSafeInteger(digest) || Math.abs(digest) > 2 ** 47) expect.fail(`${digest} is too large`);
    digests.add(digest);
  }
  expect(digests.size).toBeGreaterThanOrEqual(199_999);
});
