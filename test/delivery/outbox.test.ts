import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/connectors/contract.ts';
import { retryPolicy } from '../../src/delivery/next-state.ts';
import type { TillKey } from '../../src/model/ids.ts';
import { createFarSide, lost } from './far-side.ts';
import { runCourier } from './run-courier.ts';
import { archiveOffer, at, customerOffer, destination, freshDelivery, saleOffer, start } from './workshop.ts';

const lane = { destination, kind: 'customer', operation: 'upsert' } as const;
let keys = 0;
const request = {
  lane,
  at,
  after: 0,
  sent: new Set<string>(),
  limits: { records: 10, bytes: 10_000 },
  size: () => 100,
  newKey: () => `batch-${(keys += 1)}`,
};
const refusal: Outcome = { kind: 'refused', faults: [{ field: 'email', code: 'bad_email' }] };

describe('offering a record', () => {
  it('queues what is new, and knows what waits already', () => {
    const { outbox } = freshDelivery();
    expect(outbox.offer(customerOffer('1'))).toBe('queued');
    expect(outbox.offer(customerOffer('1'))).toBe('waiting');
    expect(outbox.counts(destination)).toMatchObject([{ kind: 'customer', waiting: 1 }]);
  });

  it('replaces the waiting version by a newer one', () => {
    const { outbox } = freshDelivery();
    outbox.offer(customerOffer('1'));
    expect(outbox.offer(customerOffer('1', { town: 'Bury' }))).toBe('replaced');
    expect(outbox.list({}).map(({ record }) => record)).toMatchObject([{ town: 'Bury' }]);
  });

  it('is unchanged where the destination has it, and takes back what became pointless', async () => {
    const delivery = freshDelivery();
    delivery.outbox.offer(customerOffer('1'));
    await runCourier(delivery, createFarSide().connector);
    expect(delivery.outbox.offer(customerOffer('1'))).toBe('unchanged');
    delivery.outbox.offer(customerOffer('1', { town: 'Bury' }));
    expect(delivery.outbox.offer(customerOffer('1'))).toBe('unchanged');
    expect(delivery.outbox.list({})).toEqual([]);
  });

  it('puts away only what the destination has, and brings it back when it is offered again', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide();
    expect(delivery.outbox.offer(archiveOffer('1'))).toBe('unchanged');
    delivery.outbox.offer(customerOffer('1'));
    await runCourier(delivery, farSide.connector);
    expect(delivery.outbox.offer(archiveOffer('1'))).toBe('queued');
    const tally = await runCourier(delivery, farSide.connector);
    expect(tally.kinds.customer).toMatchObject({ archived: 1, waiting: 0 });
    expect(delivery.outbox.offer(archiveOffer('1'))).toBe('unchanged');
    expect(delivery.outbox.offer(customerOffer('1'))).toBe('queued');
    await runCourier(delivery, farSide.connector);
    expect(farSide.archived.size).toBe(0);
  });

  it('drops a waiting archiving when the record is back', async () => {
    const delivery = freshDelivery();
    delivery.outbox.offer(customerOffer('1'));
    await runCourier(delivery, createFarSide().connector);
    delivery.outbox.offer(archiveOffer('1'));
    expect(delivery.outbox.offer(customerOffer('1'))).toBe('unchanged');
    expect(delivery.outbox.list({})).toEqual([]);
  });

  it('lets a newer version wait behind one that is under way', () => {
    const { outbox } = freshDelivery();
    outbox.offer(customerOffer('1'));
    expect(outbox.claim(request)?.entries).toHaveLength(1);
    expect(outbox.offer(customerOffer('1', { town: 'Bury' }))).toBe('replaced');
    expect(outbox.claim(request)).toBeUndefined();
    expect(outbox.offer(customerOffer('1'))).toBe('waiting');
    expect(outbox.offer(customerOffer('1', { town: 'Ely' }))).toBe('replaced');
  });

  it('lets a version that may have arrived find its fate before the next one goes', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide({ mood: () => lost(true) });
    delivery.outbox.offer(customerOffer('1'));
    await runCourier(delivery, farSide.connector);
    delivery.outbox.offer(customerOffer('1', { town: 'Bury' }));
    farSide.mood = () => undefined;
    const sent = farSide.batches.length;
    await runCourier(delivery, farSide.connector);
    expect(farSide.batches.slice(sent).map(({ parcels }) => parcels[0]?.record)).toMatchObject([{}, { town: 'Bury' }]);
    expect(farSide.records.get('customer 1')).toMatchObject({ town: 'Bury' });
  });

  it('keeps a refused version parked until its content changes', async () => {
    const delivery = freshDelivery();
    delivery.outbox.offer(customerOffer('1'));
    await runCourier(delivery, createFarSide({ mood: () => refusal }).connector);
    expect(delivery.outbox.offer(customerOffer('1'))).toBe('parked');
    expect(delivery.outbox.offer(customerOffer('1', { town: 'Bury' }))).toBe('replaced');
    expect(delivery.outbox.list({})).toMatchObject([{ seenAs: 'waiting', attempts: 0, faults: null }]);
  });
});

describe('withdrawing a record', () => {
  it('takes away what waits or is parked, and leaves what may have arrived', async () => {
    const delivery = freshDelivery();
    const { outbox } = delivery;
    outbox.offer(customerOffer('1'));
    outbox.offer(customerOffer('2'));
    expect(outbox.withdraw({ destination, kind: 'customer', key: '1' as TillKey })).toBe(true);
    expect(outbox.withdraw({ destination, kind: 'customer', key: '1' as TillKey })).toBe(false);
    await runCourier(delivery, createFarSide({ mood: () => lost(true) }).connector);
    expect(outbox.withdraw({ destination, kind: 'customer', key: '2' as TillKey })).toBe(false);
  });
});

describe('the queue as people see it', () => {
  it('says for whom a sale waits', () => {
    const { outbox } = freshDelivery();
    outbox.offer(saleOffer('S1', '10433'));
    expect(outbox.list({ state: 'held' })).toMatchObject([
      { key: 'S1', reason: 'held: customer 10433 has not been accepted yet' },
    ]);
    expect(outbox.counts(destination)).toMatchObject([{ kind: 'sale', waiting: 0, held: 1 }]);
  });

  it('counts every record once, also while it is under way and a newer version waits behind it', () => {
    const { outbox } = freshDelivery();
    for (const key of ['1', '2', '3']) outbox.offer(customerOffer(key));
    outbox.offer(saleOffer('S1', '1'));
    outbox.offer(saleOffer('S2', null));
    outbox.claim({ ...request, limits: { ...request.limits, records: 2 } });
    outbox.offer(customerOffer('1', { town: 'Bury' }));
    const [third] = outbox.list({ key: '3' as TillKey });
    outbox.discard([third?.id ?? 0]);
    const [customers, sales] = outbox.counts(destination);
    expect(customers).toMatchObject({ kind: 'customer', waiting: 2, held: 0, refused: 0, parked: 0, discarded: 1 });
    expect(sales).toMatchObject({ kind: 'sale', waiting: 1, held: 1, discarded: 0 });
    expect(outbox.counts('elsewhere' as typeof destination)).toEqual([]);
    outbox.recover();
    expect(outbox.counts()[0]).toEqual(customers);
  });

  it('tries parked entries again when somebody says so, with their attempts forgotten', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide({ mood: () => refusal });
    delivery.outbox.offer(customerOffer('1'));
    await runCourier(delivery, farSide.connector);
    farSide.mood = () => undefined;
    await runCourier(delivery, farSide.connector);
    expect(farSide.batches).toHaveLength(1);
    expect(delivery.outbox.retry('all')).toBe(1);
    await runCourier(delivery, farSide.connector);
    expect(delivery.outbox.list({})).toEqual([]);
  });

  it('gives entries up until the record changes', async () => {
    const delivery = freshDelivery();
    delivery.outbox.offer(customerOffer('1'));
    const [entry] = delivery.outbox.list({});
    expect(delivery.outbox.discard([entry?.id ?? 0, 999])).toBe(1);
    expect(delivery.outbox.list({})).toEqual([]);
    expect(delivery.outbox.offer(customerOffer('1'))).toBe('discarded');
    expect(delivery.outbox.counts()).toMatchObject([{ waiting: 0, discarded: 1 }]);
    const farSide = createFarSide();
    await runCourier(delivery, farSide.connector);
    expect(farSide.batches).toEqual([]);
    expect(delivery.outbox.offer(customerOffer('1', { town: 'Bury' }))).toBe('replaced');
  });

  it('gives up the newest version, not the one before it', async () => {
    const delivery = freshDelivery();
    const { outbox } = delivery;
    outbox.offer(customerOffer('1'));
    await runCourier(delivery, createFarSide({ mood: () => lost(true) }).connector);
    outbox.offer(customerOffer('1', { town: 'Bury' }));
    const [entry] = outbox.list({});
    expect(outbox.discard([entry?.id ?? 0])).toBe(1);
    expect(outbox.offer(customerOffer('1', { town: 'Bury' }))).toBe('discarded');
  });
});

describe('a claimed batch', () => {
  it('is filled by count and by bytes, and takes a record that is too large alone', () => {
    const { outbox } = freshDelivery();
    for (const key of ['1', '2', '3', '4', '5', '6']) outbox.offer(customerOffer(key));
    const sizeOf: Record<string, number> = { 4: 99_000 };
    const sized = {
      ...request,
      limits: { records: 2, bytes: 1000 },
      size: ({ key }: { key: string }) => sizeOf[key] ?? 400,
    };
    const sizes = [];
    for (let claimed = outbox.claim(sized); claimed; claimed = outbox.claim({ ...sized, after: claimed.after })) {
      sizes.push(claimed.entries.map(({ key }) => key));
    }
    expect(sizes).toEqual([['1', '2'], ['3'], ['4'], ['5', '6']]);
  });

  it('goes again with the same key and the same body after a crash', () => {
    const { outbox } = freshDelivery();
    for (const key of ['1', '2', '3']) outbox.offer(customerOffer(key));
    const before = outbox.claim(request);
    outbox.offer(customerOffer('2', { town: 'Bury' }));
    expect(outbox.recover()).toBe(3);
    const after = outbox.claim(request);
    expect(after?.batch).toEqual(before?.batch);
    expect(after?.entries.every(({ mayHaveArrived }) => mayHaveArrived)).toBe(true);
  });

  it('leaves entries after a crash as the policy has it', () => {
    const { outbox } = freshDelivery();
    outbox.offer(customerOffer('1'));
    outbox.claim(request);
    outbox.recover();
    expect(outbox.list({})).toMatchObject([{ state: 'waiting', attempts: 0, mayHaveArrived: true, notBefore: null }]);
  });

  it('moves outbox, ledger and the state of the destination in one commit, or not at all', () => {
    const { outbox, ledger, destinations } = freshDelivery();
    outbox.offer(customerOffer('1'));
    const claimed = outbox.claim(request);
    if (!claimed) throw new Error('nothing was claimed');
    const delivered = { kind: 'unchanged' } as const;
    const answer = {
      claimed,
      outcomes: new Map(claimed.batch.parcels.map(({ ref }) => [ref, delivered])),
      now: start,
      random: () => 0,
      newKey: request.newKey,
      policy: retryPolicy,
      unknownReference: undefined,
      oneKey: false,
      aborted: false,
    };
    const onDelivered = () => {
      throw new Error('the disk is full');
    };
    expect(() => outbox.settle({ ...answer, events: { onDelivered } })).toThrow('the disk is full');
    expect(ledger.count(destination, 'customer')).toBe(0);
    expect(outbox.list({})).toMatchObject([{ state: 'claimed' }]);
    expect(destinations.get(destination).lastAcceptedAt).toBeNull();
    outbox.settle({ ...answer, events: {} });
    expect(ledger.count(destination, 'customer')).toBe(1);
    expect(outbox.list({})).toEqual([]);
    expect(destinations.get(destination).lastAcceptedAt).toBe(at);
  });

  it('leaves what is to stay here for now, and takes the rest', () => {
    const { outbox } = freshDelivery();
    for (const key of ['1', '2', '3']) outbox.offer(customerOffer(key));
    const staysHere = ({ key }: { key: string }) => key === '2';
    expect(outbox.claim({ ...request, staysHere })?.entries.map(({ key }) => key)).toEqual(['1', '3']);
    expect(outbox.claim(request)?.entries.map(({ key }) => key)).toEqual(['2']);
  });

  it('sends no batch again whose fate is open while one of its records is to stay here', () => {
    const { outbox } = freshDelivery();
    outbox.offer(customerOffer('1'));
    outbox.offer(customerOffer('2'));
    expect(outbox.claim(request)?.entries).toHaveLength(2);
    outbox.recover();
    expect(outbox.claim({ ...request, staysHere: ({ key }) => key === '2' })).toBeUndefined();
    expect(outbox.claim(request)?.entries).toHaveLength(2);
  });

  it('parks what cannot be read back, and takes the rest', () => {
    const { outbox, database } = freshDelivery();
    outbox.offer(customerOffer('1'));
    outbox.offer(customerOffer('2'));
    database.prepare(`UPDATE outbox SET record = '{"key":7' WHERE key = '1'`).run();
    expect(outbox.claim(request)?.entries.map(({ key }) => key)).toEqual(['2']);
    expect(outbox.counts()).toMatchObject([{ waiting: 1, parked: 1 }]);
  });
});
