import { describe, expect, it } from 'vitest';
import type { Outcome, Parcel } from '../../src/connectors/contract.ts';
import type { Customer } from '../../src/model/customer.ts';
import type { TillKey } from '../../src/model/ids.ts';
import type { FarSide } from './far-side.ts';
import { createFarSide, lost } from './far-side.ts';
import { runCourier } from './run-courier.ts';
import { archiveOffer, customerOffer, destination, freshDelivery, mergeOffer } from './workshop.ts';

const shared = { email: 'both@example.com' };

function uniqueEmail({ key, record, operation }: Parcel, { records, archived }: FarSide): Outcome | undefined {
  const email = operation === 'upsert' && record && 'email' in record ? record.email : null;
  const taken = [...records].some(
    ([name, other]) =>
      name !== `customer ${key}` && !archived.has(name) && email && 'email' in other && other.email === email,
  );
  return taken ? { kind: 'refused', faults: [{ field: 'email', code: 'duplicate_email' }] } : undefined;
}

/** A shop whose customers A and B are at the destination. */
async function shop() {
  const delivery = freshDelivery();
  const farSide = createFarSide({ judge: uniqueEmail });
  delivery.outbox.offer(customerOffer('A'));
  delivery.outbox.offer(customerOffer('B', shared));
  await runCourier(delivery, farSide.connector);
  farSide.batches.length = 0;
  const subject = (key: string) => ({ destination, kind: 'customer', key: key as TillKey }) as const;
  return { ...delivery, delivery, farSide, subject };
}

describe('a customer who becomes one with another', () => {
  it('is gone from there, from the ledger, and with it what it held', async () => {
    const { delivery, outbox, ledger, farSide, subject } = await shop();
    expect(outbox.offer(mergeOffer('B', 'A'))).toBe('queued');
    const { kinds } = await runCourier(delivery, farSide.connector);
    expect(kinds.customer).toMatchObject({ archived: 1, waiting: 0, refused: 0 });
    expect([...farSide.records.keys()]).toEqual(['customer A']);
    expect(ledger.get(subject('B'))).toBeUndefined();
    expect(ledger.holder({ destination, kind: 'customer', field: 'email', value: shared.email })).toBeUndefined();
    expect(outbox.offer(mergeOffer('B', 'A'))).toBe('unchanged');
  });

  it('leaves the other as it was sent, whatever went into it there', async () => {
    const { delivery, outbox, farSide } = await shop();
    const kept = customerOffer('A', { phone: null });
    outbox.offer(customerOffer('B', { ...shared, phone: '+442079460001' }));
    outbox.offer(kept);
    await runCourier(delivery, farSide.connector);
    outbox.offer(mergeOffer('B', 'A'));
    await runCourier(delivery, farSide.connector, { onLost: () => void outbox.offer(kept) });
    expect(farSide.records.get('customer A')).toEqual(kept.record);
  });

  it.each(['before', 'after'])('gives its e-mail up to the other, which is offered %s it', async (order) => {
    const { delivery, outbox, farSide } = await shop();
    const kept = customerOffer('A', shared);
    if (order === 'before') outbox.offer(kept);
    outbox.offer(mergeOffer('B', 'A'));
    if (order === 'after') outbox.offer(kept);
    const { kinds } = await runCourier(delivery, farSide.connector, { onLost: () => void outbox.offer(kept) });
    expect(kinds.customer).toMatchObject({ refused: 0, parked: 0, waiting: 0, archived: 1 });
    expect([...farSide.records.values()]).toEqual([kept.record]);
  });

  it('gives its e-mail up to one that is not there yet, which goes without it first', async () => {
    const { delivery, outbox, farSide } = await shop();
    const kept = customerOffer('N', shared);
    outbox.offer(kept);
    outbox.offer(mergeOffer('B', 'N'));
    const { kinds } = await runCourier(delivery, farSide.connector, { onLost: () => void outbox.offer(kept) });
    expect(kinds.customer).toMatchObject({ refused: 0, parked: 0, waiting: 0, archived: 1 });
    expect(farSide.records.get('customer N')).toEqual(kept.record);
    expect(farSide.records.has('customer B')).toBe(false);
    const [first] = farSide.batches;
    expect(first?.parcels.map(({ record }) => (record as Customer).email)).toEqual([null]);
  });

  it('waits for one that is not there yet, and says so', async () => {
    const { delivery, outbox, farSide } = await shop();
    outbox.offer(mergeOffer('B', 'N'));
    await runCourier(delivery, farSide.connector);
    expect(farSide.batches).toEqual([]);
    expect(outbox.list({ state: 'held' })).toMatchObject([
      { key: 'B', reason: 'held: customer N has not been accepted yet' },
    ]);
  });

  it('is merged after the other was sent again, where the destination has lost that one', async () => {
    const { delivery, outbox, farSide } = await shop();
    farSide.records.delete('customer A');
    outbox.offer(mergeOffer('B', 'A'));
    const onLost = () => void outbox.offer(customerOffer('A'));
    const { kinds } = await runCourier(delivery, farSide.connector, { onLost });
    expect(kinds.customer).toMatchObject({ archived: 1, refused: 0, waiting: 0 });
    expect([...farSide.records.keys()]).toEqual(['customer A']);
  });

  it('comes back as its own where the two are two after all', async () => {
    const { delivery, outbox, farSide } = await shop();
    outbox.offer(mergeOffer('B', 'A'));
    expect(outbox.offer(customerOffer('B', shared))).toBe('unchanged');
    outbox.offer(mergeOffer('B', 'A'));
    const again = customerOffer('A');
    await runCourier(delivery, farSide.connector, { onLost: () => void outbox.offer(again) });
    expect(outbox.offer(customerOffer('B', shared))).toBe('queued');
    await runCourier(delivery, farSide.connector);
    expect([...farSide.records.keys()].toSorted()).toEqual(['customer A', 'customer B']);
    expect(farSide.records.get('customer B')).toMatchObject(shared);
  });

  it('comes back as its own although the merging may have arrived', async () => {
    const { delivery, outbox, farSide } = await shop();
    let isFirst = true;
    farSide.mood = ({ operation }) => {
      if (operation !== 'merge' || !isFirst) return undefined;
      isFirst = false;
      farSide.records.delete('customer B');
      return lost(true);
    };
    outbox.offer(mergeOffer('B', 'A'));
    await runCourier(delivery, farSide.connector, { gate: { failures: 1, backoff: { base: 1, cap: 1 }, patience: 1 } });
    expect(outbox.offer(customerOffer('B', shared))).toBe('replaced');
    await runCourier(delivery, farSide.connector);
    expect(farSide.records.get('customer B')).toMatchObject(shared);
  });

  it('goes into the last one that was named, and takes the place of its being put away', async () => {
    const { delivery, outbox, farSide } = await shop();
    outbox.offer(customerOffer('C'));
    outbox.offer(archiveOffer('B'));
    expect(outbox.offer(mergeOffer('B', 'A'))).toBe('replaced');
    expect(outbox.offer(mergeOffer('B', 'C'))).toBe('replaced');
    expect(outbox.offer(mergeOffer('B', 'C'))).toBe('waiting');
    await runCourier(delivery, farSide.connector);
    expect(farSide.batches.at(-1)?.parcels).toMatchObject([{ operation: 'merge', key: 'B', into: 'C', record: null }]);
  });
});
