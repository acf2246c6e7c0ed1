import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { looseMoney, looseMoment, looseText, momentFrom } from '../../../../src/connectors/squarespace/wire/loose.ts';
import { order } from '../../../../src/connectors/squarespace/wire/order.ts';
import { listPage } from '../../../../src/connectors/squarespace/wire/page.ts';

describe('moments as a site tells them', () => {
  it.each([
    ['2026-03-29T00:30:00Z', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29T00:30:00.5Z', '2026-03-29T00:30:00.500Z'],
    ['2026-03-29T00:30:00.123456789Z', '2026-03-29T00:30:00.123Z'],
    ['2020-04-22T22:18+00:00', '2020-04-22T22:18:00.000Z'],
    ['2020-04-22T22:18:01-0500', '2020-04-23T03:18:01.000Z'],
    [' 2020-04-22T22:18:01+01:00 ', '2020-04-22T21:18:01.000Z'],
  ])('%s is %s', (text, moment) => {
    expect(momentFrom(text)).toBe(moment);
  });

  it.each(['', 'yesterday', '2026-03-29', '2026-13-29T00:30:00Z', '29/03/2026 00:30'])('%j is none', (text) => {
    expect(momentFrom(text)).toBeUndefined();
    expect(looseMoment.parse(text)).toBeNull();
  });
});

describe('what a site may leave out, or tell in another way', () => {
  it('is money as text or as a number, with or without its currency', () => {
    expect(looseMoney.parse({ currency: 'GBP', value: '37.00' })).toEqual({ value: '37.00', currency: 'GBP' });
    expect(looseMoney.parse({ currency: {}, value: 37.5 })).toEqual({ value: '37.5', currency: null });
    for (const none of [null, undefined, {}, '37.00']) expect(looseMoney.parse(none)).toBeNull();
  });

  it('is text, a number, or nothing', () => {
    expect([' a ', 7, '', null, undefined, {}].map((value) => looseText.parse(value))).toEqual([
      ' a ',
      '7',
      null,
      null,
      null,
      null,
    ]);
  });

  it('is everything of an order but its id', () => {
    expect(order.parse({ id: 'a' })).toMatchObject({ id: 'a', lineItems: [], grandTotal: null, paymentState: null });
    expect(order.safeParse({ orderNumber: '1' }).success).toBe(false);
  });
});

describe('a page of a list', () => {
  const page = listPage('things', z.string());

  it.each([
    [
      { things: ['a'], pagination: { hasNextPage: true, nextPageCursor: 'c' } },
      { items: ['a'], next: 'c' },
    ],
    [
      { things: null, pagination: { hasNextPage: false, nextPageCursor: null } },
      { items: [], next: null },
    ],
    [
      { things: ['a'], pagination: { hasNextPage: false, nextPageCursor: 'c' } },
      { items: ['a'], next: null },
    ],
  ])('%j is understood', (body, understood) => {
    expect(page.parse(body)).toEqual(understood);
  });

  it.each([
    { things: ['a'] },
    { pagination: { hasNextPage: false } },
    { things: ['a'], pagination: { hasNextPage: true, nextPageCursor: null } },
    '<html>',
  ])('%j is not taken for the end of the list', (body) => {
    expect(page.safeParse(body).success).toBe(false);
  });
});
