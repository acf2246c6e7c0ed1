import { describe, expect, test } from 'vitest';
import type { HttpCall } from '../../../src/connectors/http/client.ts';
import { createCallLog } from '../../../src/sync/host/call-log.ts';
import { maskedAnswer, maskedPath } from '../../../src/sync/host/masked-answer.ts';
import { shopHome, type ShopHome } from '../shop-home.ts';
import { openShop, syncOnce } from './open-host.ts';

function call(changes: Partial<HttpCall['request']> = {}, body?: unknown): HttpCall {
  const answer = { answered: true, status: 200, headers: new Headers(), requestId: 'req_1', body } as const;
  return { request: { method: 'GET', path: '/account', ...changes }, answer, startedAt: 0, milliseconds: 12 };
}

/** Every text by which somebody of the shop could be recognised, at the till and on the website. */
function personalTexts({ shop, website }: ShopHome): ReadonlySet<string> {
  const named = /^(?:title|firstName|lastName|email|phone|mobile|line1|line2|town|county|postcode|company|notes)$/;
  const texts = new Set<string>();
  const take = (value: unknown, field: string): void => {
    if (typeof value === 'string' && named.test(field) && value.trim().length > 3) texts.add(value.trim());
    else if (Array.isArray(value)) for (const each of value) take(each, field);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) take(inner, renamed[name] ?? name);
    }
  };
  for (const customer of shop.customers()) take(customer, '');
  take(website.sample.content(), '');
  return texts;
}

/** As the website calls them. */
const renamed: Readonly<Record<string, string>> = {
  customerEmail: 'email',
  address1: 'line1',
  address2: 'line2',
  city: 'town',
  postalCode: 'postcode',
};

describe('the calls to destinations', () => {
  test('show what was called and what came of it, and nobody’s data', async () => {
    const shop = await shopHome({ size: 300, website: true });
    const host = await openShop(shop);
    await syncOnce(host);
    const calls = host.calls(1000);
    expect(calls.length).toBeGreaterThan(10);
    expect(calls.map((each) => each.call)).toContain('POST /contacts/import');
    expect(new Set(calls.map(({ destination }) => destination))).toEqual(new Set(['genieai', 'squarespace']));
    const [imported] = calls.filter(({ call: what }) => what === 'POST /contacts/import');
    expect(imported).toMatchObject({ status: 207, requestId: expect.any(String) as string });
    expect(imported?.records).toBeGreaterThan(0);
    expect(imported?.answer).toContain('"status":"');

    const texts = personalTexts(shop);
    expect(texts.size).toBeGreaterThan(500);
    const shown = JSON.stringify(calls);
    expect([...texts].filter((text) => shown.includes(text))).toEqual([]);
    expect(shown).not.toContain('@');
    expect(shown).not.toMatch(/\b0\d{9,10}\b|\+44/);
  });

  test('begin with the newest, and the oldest are forgotten', () => {
    const log = createCallLog(3);
    for (const path of ['/one', '/two', '/three', '/four']) log.note('genieai', call({ path }));
    expect(log.newest(10).map((each) => each.call)).toEqual(['GET /four', 'GET /three', 'GET /two']);
    expect(log.newest(1)).toHaveLength(1);
    expect(createCallLog().newest(5)).toEqual([]);
  });

  test('say in our words why there was no answer', () => {
    const log = createCallLog();
    const answer = { answered: false, reason: 'the connection was refused', mayHaveArrived: false } as const;
    log.note('genieai', { ...call(), answer });
    expect(log.newest(1)).toMatchObject([{ status: null, requestId: null, answer: 'the connection was refused' }]);
  });
});

describe('an answer', () => {
  test.each([
    [
      { status: 'created', ref: 'r-1', id: 'ctc_9f2' },
      { status: 'created', ref: 'r-1', id: 'ctc_9f2' },
    ],
    [{ type: 'INVALID_REQUEST_ERROR' }, { type: 'INVALID_REQUEST_ERROR' }],
    [
      { errors: [{ field: 'lines[2].quantity', code: 'not_allowed' }] },
      { errors: [{ field: 'lines[2].quantity', code: 'not_allowed' }] },
    ],
    [
      { created: 12, ok: true, next: null },
      { created: 12, ok: true, next: null },
    ],
    [{ message: 'smith' }, { message: '•••' }],
    [{ status: 'Smith' }, { status: '•••' }],
    [{ status: 'Mrs Jane Smith' }, { status: '•••' }],
    [{ id: 'jane@shop.example' }, { id: '•••' }],
    [{ id: '07700900123' }, { id: '•••' }],
    [{ phone: 7_700_900_123 }, { phone: '•••' }],
    [{ 'jane@shop.example': 'known' }, { '•••': '•••' }],
    [
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      ['•••', '•••', '•••', '•••', '•••', '… 2 more'],
    ],
  ])('%j is shown as %j', (body, shown) => {
    expect(JSON.parse(maskedAnswer(body) ?? '')).toEqual(shown);
  });

  test('that is large is cut, and one that is not there is none', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 900 }, (_, index) => [`field${'x'.repeat(index % 20)}_${'y'.repeat(index % 13)}`, 'text']),
    );
    expect(maskedAnswer({ wide, more: [wide, wide, wide, wide, wide] })?.length).toBeLessThanOrEqual(4001);
    expect(maskedAnswer(undefined)).toBeNull();
  });
});

test.each([
  ['/contacts/import', undefined, '/contacts/import'],
  ['/contacts', { externalId: '10433,10434' }, '/contacts?externalId'],
  ['/1.0/commerce/orders?cursor=abc', undefined, '/1.0/commerce/orders?cursor'],
  ['/v2/commerce/orders', undefined, '/v2/commerce/orders'],
  ['/v1.1/profiles/V2', undefined, '/v1.1/profiles/•••'],
  ['/v2/profiles/07700900123', undefined, '/v2/profiles/•••'],
  ['/1.0/profiles/Jane Smith', undefined, '/1.0/profiles/•••'],
  ['/1.0/profiles/jane@shop.example', undefined, '/1.0/profiles/•••'],
])('the path %s is shown without what was asked', (path, query, shown) => {
  expect(maskedPath(path, query)).toBe(shown);
});
