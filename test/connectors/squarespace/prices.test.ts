import { describe, expect, it } from 'vitest';
import type { Batch, Outcome, Parcel } from '../../../src/connectors/contract.ts';
import type { TillKey } from '../../../src/model/ids.ts';
import type { AnyRecord } from '../../../src/model/record.ts';
import type { FaultRequest } from '../../../src/sandbox/squarespace/faults/fault.ts';
import type { OpenSite } from './writing-fixture.ts';
import { openSite, ring } from './writing-fixture.ts';

const never = new AbortController().signal;
const variants = '*/variants/*';

function priceBatch(site: OpenSite, prices: Readonly<Record<string, number>>, currency = 'GBP'): Batch {
  const parcels = Object.entries(prices).map(([sku, minor]): Parcel => {
    const key = site.keyOf(sku);
    const product = site.sandbox.state.variant(sku)?.product.id ?? 'f00f00f00f00f00f00f00f00';
    const plain = { key, product, article: `A-${sku}` as TillKey, name: `Ring ${sku}` };
    const record = { ...plain, price: { minor, currency } } as AnyRecord;
    return { ref: sku, kind: 'price', key, operation: 'upsert', record };
  });
  return { idempotencyKey: 'prices', kind: 'price', operation: 'upsert', parcels };
}

const refused = (code: string, message?: string): Outcome => ({
  kind: 'refused',
  faults: [{ field: '', code, ...(message === undefined ? {} : { message }) }],
});

describe('prices for the website', () => {
  it('are base prices, and what is on sale stays on sale for as much', async () => {
    const sale = { name: 'Chain', variants: [{ sku: 'C', price: '50.00', salePrice: '40.00', stock: 3 }] };
    const site = await openSite([ring('A', 5), sale]);
    const outcomes = await site.prices.deliver(priceBatch(site, { A: 9950, C: 6000 }), never);
    expect([...outcomes.values()]).toMatchObject([
      { kind: 'delivered', remoteId: site.variantId('A'), created: false },
      { kind: 'delivered', remoteId: site.variantId('C'), created: false },
    ]);
    expect(site.sandbox.state.variant('A')?.variant).toMatchObject({ basePrice: 9950, onSale: false });
    expect(site.sandbox.state.variant('C')?.variant).toMatchObject({ basePrice: 6000, salePrice: 4000, onSale: true });
    expect(site.sandbox.state.stock('C')).toBe(3);
  });

  it('that the website will not have do not hold up the others', async () => {
    const site = await openSite([ring('A', 5), ring('B', 5)]);
    const outcomes = await site.prices.deliver(priceBatch(site, { A: 100_000_001, GONE: 500, B: 700 }), never);
    expect(outcomes.get('A')).toMatchObject({ kind: 'refused', faults: [{ field: '', code: 'price_refused' }] });
    expect(outcomes.get('GONE')).toMatchObject({ kind: 'refused', faults: [{ field: '', code: 'variant_gone' }] });
    expect(outcomes.get('B')).toMatchObject({ kind: 'delivered' });
  });

  it('in another currency than the website’s are refused', async () => {
    const site = await openSite([ring('A', 5)]);
    const outcomes = await site.prices.deliver(priceBatch(site, { A: 900 }, 'EUR'), never);
    expect(outcomes.get('A')).toEqual(refused('price_refused', 'CURRENCY_MISMATCH'));
  });

  it('for an address that is none of an article are not sent anywhere', async () => {
    const site = await openSite([ring('A', 5)]);
    const batch = priceBatch(site, { A: 900 });
    const parcels = batch.parcels.map((parcel) => ({
      ...parcel,
      record: { ...parcel.record, product: '../../orders' } as AnyRecord,
    }));
    expect((await site.prices.deliver({ ...batch, parcels }, never)).get('A')).toEqual(refused('variant_gone'));
    expect(site.sandbox.calls).toEqual([]);
  });

  it('of a product that somebody is just editing go again, and the next ones go', async () => {
    const site = await openSite([ring('A', 5), ring('B', 5)]);
    site.sandbox.faults.add({ kind: 'answer', path: variants, status: 409, subtype: 'PRODUCT_UPDATE_CONFLICT' });
    const outcomes = await site.prices.deliver(priceBatch(site, { A: 100, B: 200 }), never);
    expect([...outcomes.values()]).toMatchObject([{ kind: 'retry', scope: 'record' }, { kind: 'delivered' }]);
  });

  it.each<[Omit<FaultRequest & { kind: 'answer' }, 'kind'>, object]>([
    [{ status: 401 }, { kind: 'halted' }],
    [{ status: 402 }, { kind: 'halted' }],
    [{ status: 403, subtype: 'MISSING_SCOPE' }, { kind: 'halted' }],
    [{ status: 429 }, { kind: 'throttled' }],
  ])('that meet %o are %o, and the next ones are not sent', async (fault, outcome) => {
    const site = await openSite([ring('A', 5), ring('B', 5)]);
    site.sandbox.faults.add({ kind: 'answer', path: variants, ...fault });
    const outcomes = await site.prices.deliver(priceBatch(site, { A: 100, B: 200 }), never);
    expect([...outcomes.values()]).toMatchObject([outcome, outcome]);
    expect(site.sandbox.calls).toHaveLength(1);
  });
});
