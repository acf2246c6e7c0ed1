import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../src/connectors/contract.ts';
import { never, openSite, passOf } from './reading-fixture.ts';

describe('the connection test', () => {
  it('tells the shop, its currency and its time zone', async () => {
    const site = await openSite();
    const check = await site.connect().check(never);
    expect(check).toMatchObject({ ok: true, account: 'Gem & Co', currency: 'GBP' });
    expect(check.ok && check.detail).toBe(
      'amounts in GBP, time zone Europe/London; whether the key may change stock and prices is seen at the first change',
    );
  });

  it('says in plain words what is missing where the key may not read something that can be done without', async () => {
    const site = await openSite({ permissions: { contacts: 'none', transactions: 'none' } });
    const check = await site.connect().check(never);
    expect(check.ok && check.detail).toMatch(/may not read Contacts: .*; the key may not read Transactions: refunds/);
  });

  it.each([
    [{ orders: 'none' as const }, 'The key for Squarespace may not read Orders.'],
    [
      { products: 'none' as const, inventory: 'none' as const },
      'The key for Squarespace may not read Products, Inventory.',
    ],
    [{ contacts: 'none' as const, profiles: 'none' as const }, 'The key for Squarespace may not read Contacts.'],
  ])('fails where the key lacks what is needed: %j', async (permissions, what) => {
    const site = await openSite({ permissions });
    expect(await site.connect().check(never)).toMatchObject({
      ok: false,
      what,
      hint: expect.stringContaining('key') as string,
    });
  });

  it('says of an access token that it ends, and what to store instead, when asked, reading and sending', async () => {
    const site = await openSite({ key: 'an-ended-token', settings: { auth: 'oauth' } });
    const hint = expect.stringMatching(/ends after 30 minutes.*Store an API key instead/) as string;
    expect(await site.connect().check(never)).toMatchObject({ ok: false, hint });
    await expect(passOf(site.connect(), 'orders')).rejects.toMatchObject({ reason: 'settings', hint });
    const price = { key: 'web-1', product: 'p1', article: '1', name: 'Ring', price: { minor: 1, currency: 'GBP' } };
    const parcels = [{ ref: 'r', key: 'web-1', operation: 'upsert', record: price, mayHaveArrived: false }];
    const sent = await site
      .connect()
      .deliver({ kind: 'price', parcels, idempotencyKey: 'k' } as unknown as Batch, never);
    expect(sent.get('r')).toMatchObject({ kind: 'halted', hint });
  });

  it('says what to do without a key, with a wrong one, and where the site is not paid for', async () => {
    const none = await openSite({ key: null });
    expect(await none.connect().check(never)).toMatchObject({ ok: false, what: 'There is no key for Squarespace.' });
    expect(none.sandbox.calls).toHaveLength(0);
    const wrong = await openSite({ key: 'another' });
    expect(await wrong.connect().check(never)).toMatchObject({
      ok: false,
      hint: expect.stringContaining('new key') as string,
    });
    const unpaid = await openSite();
    unpaid.sandbox.site.expired = true;
    expect(await unpaid.connect().check(never)).toMatchObject({
      ok: false,
      hint: expect.stringContaining('Billing') as string,
    });
  });
});
