import { describe, expect, it } from 'vitest';
import type { Batch, Outcome } from '../../src/connectors/contract.ts';
import type { RemoteId } from '../../src/model/ids.ts';
import { createFarSide, forAll, lost } from './far-side.ts';
import { createTestClock, runCourier } from './run-courier.ts';
import { archiveOffer, customerOffer, destination, freshDelivery, saleOffer } from './workshop.ts';

const refusal: Outcome = { kind: 'refused', faults: [{ field: 'email', code: 'bad_email' }] };

function keysOf(batches: readonly Batch[]): string[][] {
  return batches.map(({ parcels }) => parcels.map(({ key }) => key));
}

const shortPolicy = {
  attempts: 3,
  backoff: { base: 10, cap: 100 },
  jobPoll: { base: 10, cap: 10 },
  suspectWait: 900_000,
};

describe('a run of the courier', () => {
  it('sends customers, then sales, then what is put away', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide();
    delivery.outbox.offer(customerOffer('old'));
    await runCourier(delivery, farSide.connector);
    farSide.batches.length = 0;
    delivery.outbox.offer(archiveOffer('old'));
    delivery.outbox.offer(saleOffer('S1', '1'));
    delivery.outbox.offer(customerOffer('1'));
    const tally = await runCourier(delivery, farSide.connector);
    expect(keysOf(farSide.batches)).toEqual([['1'], ['S1'], ['old']]);
    expect(tally).toMatchObject({
      requests: 3,
      stopped: null,
      kinds: { customer: { created: 1, archived: 1 }, sale: { created: 1 } },
    });
  });

  it('counts what was created, updated and unchanged', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide();
    for (const key of ['1', '2', '3']) delivery.outbox.offer(customerOffer(key));
    await runCourier(delivery, farSide.connector);
    delivery.outbox.offer(customerOffer('1', { town: 'Ely' }));
    delivery.outbox.offer(customerOffer('4'));
    delivery.ledger.forget({ destination, kind: 'customer', key: customerOffer('2').key });
    delivery.outbox.offer(customerOffer('2'));
    const { kinds } = await runCourier(delivery, farSide.connector);
    expect(kinds.customer).toEqual({
      created: 1,
      updated: 1,
      unchanged: 1,
      archived: 0,
      refused: 0,
      waiting: 0,
      parked: 0,
    });
  });

  it('never sends more than the destination takes at once, nor one kind before another is done', async () => {
    const delivery = freshDelivery();
    let underWay = 0;
    let most = 0;
    const kinds: string[] = [];
    const farSide = createFarSide({ capabilities: { concurrency: 3, batch: { records: 2, bytes: 9_999 } } });
    const connector = {
      ...farSide.connector,
      async deliver(batch: Batch, signal: AbortSignal) {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setTimeout(resolve, 1));
        kinds.push(batch.kind);
        underWay -= 1;
        return farSide.connector.deliver(batch, signal);
      },
    };
    for (let key = 1; key <= 20; key += 1) {
      delivery.outbox.offer(customerOffer(String(key)));
      delivery.outbox.offer(saleOffer(`S${key}`, String(key)));
    }
    await runCourier(delivery, connector);
    expect(most).toBe(3);
    expect(kinds).toEqual([...Array<string>(10).fill('customer'), ...Array<string>(10).fill('sale')]);
  });

  it('parks a refused customer, opens a problem, holds its sale, and lets its neighbours go', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide({ judge: ({ key }) => (key === '2' ? refusal : undefined) });
    const refused: string[] = [];
    for (const key of ['1', '2', '3']) delivery.outbox.offer(customerOffer(key));
    delivery.outbox.offer(saleOffer('S2', '2'));
    delivery.outbox.offer(saleOffer('S3', '3'));
    const onRefused = ({ key }: { key: string }) => void refused.push(key);
    const { kinds } = await runCourier(delivery, farSide.connector, { onRefused });
    expect(refused).toEqual(['2']);
    expect(kinds.customer).toMatchObject({ created: 2, refused: 1, parked: 1, waiting: 0 });
    expect(kinds.sale).toMatchObject({ created: 1, waiting: 1 });
    expect(delivery.outbox.list({ state: 'held' })).toMatchObject([{ key: 'S2', attempts: 0 }]);

    delivery.outbox.offer(customerOffer('2', { email: 'mended@example.com' }));
    const mended = await runCourier(delivery, createFarSide().connector);
    expect(mended.kinds).toMatchObject({ customer: { created: 1, parked: 0 }, sale: { created: 1, waiting: 0 } });
  });

  it('halves a batch that is refused whole until the bad record is alone', async () => {
    const delivery = freshDelivery();
    const isBad = ({ parcels }: Batch) => parcels.some(({ key }) => key === '5');
    const farSide = createFarSide({
      mood: (batch) => (isBad(batch) ? { kind: 'indivisible', reason: 'CRM answered 400' } : undefined),
    });
    for (let key = 1; key <= 10; key += 1) delivery.outbox.offer(customerOffer(String(key)));
    const { kinds } = await runCourier(delivery, farSide.connector);
    expect(kinds.customer).toMatchObject({ created: 9, refused: 1, parked: 1 });
    expect(delivery.outbox.list({})).toMatchObject([{ key: '5', faults: [{ field: '', code: 'refused_whole' }] }]);
    expect(new Set(farSide.batches.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(farSide.batches.length);
  });

  it('isolates a record at which the far side breaks every time, while others get through', async () => {
    const delivery = freshDelivery();
    const isBad = ({ parcels }: Batch) => parcels.some(({ key }) => key === '5');
    const farSide = createFarSide({ mood: (batch) => (isBad(batch) ? lost(true) : undefined) });
    for (let key = 1; key <= 30; key += 1) delivery.outbox.offer(customerOffer(String(key)));
    const time = createTestClock();
    const run = () => runCourier(delivery, farSide.connector, { policy: shortPolicy, time });
    const first = await run();
    expect(first).toMatchObject({ stopped: null, kinds: { customer: { created: 29, parked: 0, waiting: 1 } } });

    // By itself it proves nothing, for ever.
    for (let hour = 0; hour < 20; hour += 1) {
      time.advance(3_600_000);
      expect((await run()).kinds.customer.waiting).toBe(1);
    }
    // Every other record that gets through while it fails is held against it.
    for (let hour = 0; hour < 4; hour += 1) {
      time.advance(3_600_000);
      delivery.outbox.offer(customerOffer(`later ${hour}`));
      await run();
    }
    expect(delivery.outbox.list({})).toMatchObject([
      { key: '5', reason: 'the connection was lost', seenAs: 'parked', faults: null },
    ]);
  });

  it('asks what became of what was accepted', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide({ mood: () => ({ kind: 'accepted', jobId: 'job_1' }) });
    delivery.outbox.offer(customerOffer('1'));
    const asked: string[] = [];
    const follow = (jobId: string, batch: Batch) => {
      asked.push(jobId);
      const outcome: Outcome =
        asked.length < 3
          ? { kind: 'accepted', jobId }
          : { kind: 'delivered', remoteId: 'far' as RemoteId, created: 'unknown' };
      return Promise.resolve(forAll(batch, outcome));
    };
    const { kinds } = await runCourier(delivery, { ...farSide.connector, follow });
    expect(asked).toEqual(['job_1', 'job_1', 'job_1']);
    expect(farSide.batches).toHaveLength(1);
    expect(kinds.customer).toMatchObject({ created: 1, waiting: 0 });
  });
});

describe('answers that do not keep the contract', () => {
  it('sends again what was not mentioned, and ignores what was never sent', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide();
    let first = true;
    const { connector } = farSide;
    const careless = {
      ...connector,
      async deliver(batch: Batch, signal: AbortSignal) {
        const outcomes = new Map(await connector.deliver(batch, signal));
        if (first) outcomes.delete(batch.parcels[0]?.ref ?? '');
        outcomes.set('nobody', refusal);
        first = false;
        return outcomes;
      },
    };
    delivery.outbox.offer(customerOffer('1'));
    delivery.outbox.offer(customerOffer('2'));
    const tally = await runCourier(delivery, careless);
    expect(keysOf(farSide.batches)).toEqual([['1', '2'], ['1']]);
    expect(tally.kinds.customer).toMatchObject({ created: 1, unchanged: 1, waiting: 0, parked: 0 });
    expect([...farSide.made.values()]).toEqual([1, 1]);
  });

  it('holds up nobody else where the connector itself breaks at one record, and repeats nothing of what it said', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide();
    const { connector } = farSide;
    const broken = {
      ...connector,
      deliver: (batch: Batch, signal: AbortSignal) =>
        batch.parcels.some(({ key }) => key === '3')
          ? Promise.reject(new TypeError('cannot read c3@example.com'))
          : connector.deliver(batch, signal),
    };
    for (let key = 1; key <= 25; key += 1) delivery.outbox.offer(customerOffer(String(key)));
    const { kinds } = await runCourier(delivery, broken, { policy: shortPolicy });
    expect(kinds.customer).toMatchObject({ created: 24, waiting: 1 });
    expect(delivery.outbox.list({})).toMatchObject([{ key: '3', reason: 'sending failed: TypeError' }]);
  });
});

describe('a customer whom the far side has lost', () => {
  it('is sent again before the sale that names it, and is no problem', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide({
      judge: ({ kind, record }, { records }) =>
        kind === 'sale' && record && 'customerKey' in record && !records.has(`customer ${record.customerKey ?? ''}`)
          ? { kind: 'refused', faults: [{ field: 'customerKey', code: 'unknown_contact' }] }
          : undefined,
    });
    delivery.outbox.offer(customerOffer('1'));
    await runCourier(delivery, farSide.connector);
    farSide.records.clear();
    delivery.outbox.offer(saleOffer('S1', '1'));
    delivery.outbox.offer(saleOffer('S2', '1'));
    const refused: string[] = [];
    const lostRecords: string[] = [];
    const { kinds } = await runCourier(delivery, farSide.connector, {
      onRefused: ({ key }) => void refused.push(key),
      onLost(_destination, { kind, key }) {
        lostRecords.push(`${kind} ${key}`);
        delivery.outbox.offer(customerOffer(key));
      },
    });
    expect(refused).toEqual([]);
    expect(lostRecords).toEqual(['customer 1']);
    expect(kinds).toMatchObject({ customer: { created: 1 }, sale: { created: 2, waiting: 0, parked: 0 } });
  });

  it('does not go round for ever where the far side will not have it', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide({
      judge: ({ kind }) =>
        kind === 'sale' ? { kind: 'refused', faults: [{ field: 'customerKey', code: 'unknown_contact' }] } : undefined,
    });
    delivery.outbox.offer(customerOffer('1'));
    delivery.outbox.offer(saleOffer('S1', '1'));
    const onLost = () => void delivery.outbox.offer(customerOffer('1'));
    const { kinds } = await runCourier(delivery, farSide.connector, { onLost, policy: shortPolicy });
    expect(kinds.sale).toMatchObject({ parked: 1, waiting: 0 });
    expect(farSide.batches.length).toBeLessThan(10);
  });
});
