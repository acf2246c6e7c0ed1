import { describe, expect, it } from 'vitest';
import type { Batch, Connector, Outcome, Parcel } from '../../src/connectors/contract.ts';
import type { TillKey } from '../../src/model/ids.ts';
import { readKinds, recordKinds, type AnyRecord, type ReadKind, type RecordKind } from '../../src/model/record.ts';

/** One connector with a far side of its own, which is gone when the test is. */
export interface ConformanceFixture {
  readonly connector: Connector;
  /** A text that stands in for the secret; undefined for a destination that has none. */
  readonly secret: string | undefined;
  /** How many records of a kind the far side holds, put away or not. */
  count(kind: ReadKind): Promise<number>;
  /** How many bytes all the parcels of the last batch, which were of this kind, took on the wire. */
  lastBytes(kind: ReadKind): Promise<number>;
  /** What a line can do to this destination; or why it has no line. */
  readonly line:
    | {
        /** The same connector, with nothing listening at the other end. */
        refusing(): Promise<Connector>;
        /** The next answer is lost after the far side did its work. */
        cutNext(): void;
        /** The far side does not answer until the test ends. */
        stall(): void;
      }
    | string;
}

const instant = '2026-11-20T11:04:00.000Z';

const samples: { [K in RecordKind]: (key: string) => object } = {
  stock: (key) => ({ key, article: `A-${key}`, name: 'Silver chain', supply: 3 }),
  price: (key) => ({
    key,
    product: '5f3c',
    article: `A-${key}`,
    name: 'Silver chain',
    price: { minor: 8900, currency: 'GBP' },
  }),
  customer: (key) => ({
    key,
    title: 'Mrs',
    firstName: 'Ada',
    lastName: `O’Möller-${key}`,
    email: `ada.${key.toLowerCase()}@example.com`,
    line1: '1 High Street',
    town: 'Bury St Edmunds',
    county: null,
    postcode: 'IP33 1AA',
    country: 'GB',
    marketingEmail: true,
    consentedAt: instant,
    tags: ['gold'],
    notes: 'likes "pearls"\nand €',
    birthday: null,
  }),
  product: (key) => ({
    key,
    sku: `SKU-${key}`,
    name: 'Silver chain',
    price: { minor: 8900, currency: 'GBP' },
    stock: 3,
  }),
  sale: (key) => ({
    key,
    customerKey: null,
    soldAt: instant,
    channel: 'pos',
    currency: 'GBP',
    lines: [{ sku: null, description: 'Silver chain', quantity: 1, unitPrice: 8900, lineTotal: 8900 }],
    total: 8900,
    payments: [{ method: 'card', amount: 8900 }],
  }),
};

let batches = 0;

function batchOf(kind: RecordKind, keys: readonly string[], operation: Batch['operation'] = 'upsert'): Batch {
  batches += 1;
  const parcels = keys.map((key, index): Parcel => {
    const record = operation === 'upsert' ? (samples[kind](key) as AnyRecord) : null;
    return { ref: `r${index}`, kind, key: key as TillKey, operation, record };
  });
  return { idempotencyKey: `conformance-${batches}`, kind, operation, parcels };
}

const keysOf = (count: number, name = 'K') => Array.from({ length: count }, (_, index) => `${name}-${index}`);
const threeOf = (outcome: object) => Array.from({ length: 3 }, () => outcome);
const never = new AbortController().signal;

function expectAllTaken(batch: Batch, outcomes: ReadonlyMap<string, Outcome>): void {
  expect([...outcomes.keys()].toSorted()).toEqual(batch.parcels.map(({ ref }) => ref).toSorted());
  for (const outcome of outcomes.values())
    expect(outcome).toMatchObject({ kind: expect.stringMatching(/^(?:delivered|unchanged)$/) as string });
}

/** What every connector in the registry must keep; each one's own test file calls this. */
export function connectorConformance(name: string, open: () => Promise<ConformanceFixture>): void {
  describe(`${name} keeps the contract of connectors`, () => {
    it('declares what makes sense', async () => {
      const { capabilities, rules } = (await open()).connector;
      expect(recordKinds.filter((kind) => capabilities.kinds.includes(kind))).toEqual(capabilities.kinds);
      expect(capabilities.archives.every((kind) => capabilities.kinds.includes(kind))).toBe(true);
      for (const number of [capabilities.batch.records, capabilities.batch.bytes, capabilities.concurrency]) {
        expect(Number.isInteger(number) && number > 0).toBe(true);
      }
      expect(capabilities.rate === null || capabilities.rate.requests * capabilities.rate.perMilliseconds > 0).toBe(
        true,
      );
      for (const kind of readKinds)
        expect(rules(kind)?.kind).toBe(capabilities.kinds.includes(kind) ? kind : undefined);
    });

    it('passes its own connection test', async () => {
      const { connector } = await open();
      expect(await connector.check(never)).toMatchObject({ ok: true });
    });

    it.each(readKinds)('answers with exactly one outcome for each parcel of kind %s, by its ref', async (kind) => {
      const { connector, count } = await open();
      const batch = batchOf(kind, keysOf(40));
      const outcomes = await connector.deliver(batch, never);
      expectAllTaken(batch, outcomes);
      expect(await count(kind)).toBe(40);
      const keys = batch.parcels.map(({ key }) => key);
      const held = new Map((await connector.find(kind, keys, never)).map(({ key, remoteId }) => [key, remoteId]));
      for (const { ref, key } of batch.parcels) {
        expect(outcomes.get(ref)).toEqual({ kind: 'delivered', created: true, remoteId: held.get(key) });
      }
    });

    it('does nothing twice, whether the same batch comes again or the same records in another', async () => {
      const { connector, count } = await open();
      const batch = batchOf('customer', keysOf(5));
      await connector.deliver(batch, never);
      expectAllTaken(batch, await connector.deliver(batch, never));
      const another = batchOf('customer', keysOf(5));
      const outcomes = await connector.deliver(another, never);
      expect([...outcomes.values()].map(({ kind }) => kind)).toEqual(Array(5).fill('unchanged'));
      expect(await count('customer')).toBe(5);
    });

    it('never says that a parcel is smaller than it is', async () => {
      const { connector, lastBytes } = await open();
      for (const kind of readKinds) {
        const batch = batchOf(kind, keysOf(7));
        const size = batch.parcels.reduce((sum, parcel) => sum + connector.size(parcel), 0);
        await connector.deliver(batch, never);
        expect(size).toBeGreaterThanOrEqual(await lastBytes(kind));
        expect(size).toBeLessThan((await lastBytes(kind)) * 2);
      }
    });

    it('finds what is there, and only that, however much is asked for', async () => {
      const { connector } = await open();
      await connector.deliver(batchOf('product', keysOf(150)), never);
      const asked = [...keysOf(150), 'nobody'] as TillKey[];
      const held = await connector.find('product', asked, never);
      expect(held.map(({ key }) => key)).toEqual(keysOf(150));
      expect(await connector.find('product', [], never)).toEqual([]);
    });

    it('puts away what it says it can, at peace with what is not there, and brings it back', async () => {
      const { connector } = await open();
      for (const kind of connector.capabilities.archives) {
        await connector.deliver(batchOf(kind, ['A', 'B']), never);
        const away = batchOf(kind, ['A', 'nobody'], 'archive');
        expectAllTaken(away, await connector.deliver(away, never));
        const keys = ['A', 'B', 'nobody'] as TillKey[];
        expect((await connector.find(kind, keys, never)).map(({ key }) => key)).toEqual(['B']);
        const back = batchOf(kind, ['A']);
        expect((await connector.deliver(back, never)).get('r0')).toMatchObject({ kind: 'delivered', created: false });
        expect(await connector.find(kind, keys, never)).toHaveLength(2);
      }
    });

    it('ends at once when it is told to stop, with an outcome for each parcel', async () => {
      const { connector, line } = await open();
      const stopped = AbortSignal.abort();
      const batch = batchOf('customer', keysOf(3));
      const outcomes = await connector.deliver(batch, stopped);
      expect([...outcomes.values()].map(({ kind }) => kind)).toEqual(Array(3).fill('retry'));
      if (typeof line === 'string') return;
      line.stall();
      const later = new AbortController();
      const sent = connector.deliver(batchOf('customer', keysOf(3)), later.signal);
      setTimeout(() => later.abort(), 50);
      const cut = await sent;
      expect([...cut.values()]).toMatchObject(threeOf({ kind: 'retry', mayHaveArrived: true }));
    });

    it('knows a request that never left from one that may have arrived', async () => {
      const { connector, line, count } = await open();
      // Says why there is nothing to test.
      if (typeof line === 'string') {
        expect(line).not.toBe('');
        return;
      }
      const batch = batchOf('customer', keysOf(3));
      const refused = await (await line.refusing()).deliver(batch, never);
      expect([...refused.values()]).toMatchObject(threeOf({ kind: 'retry', mayHaveArrived: false }));
      line.cutNext();
      const cut = await connector.deliver(batch, never);
      expect([...cut.values()]).toMatchObject(threeOf({ kind: 'retry', mayHaveArrived: true }));
      expectAllTaken(batch, await connector.deliver(batch, never));
      expect(await count('customer')).toBe(3);
    });

    it('keeps its secret and everybody’s data to itself', async () => {
      const { connector, line, secret } = await open();
      const words: unknown[] = [await connector.check(never)];
      const batch = batchOf('customer', ['K-1']);
      if (typeof line !== 'string') {
        const refusing = await line.refusing();
        words.push(await refusing.check(never), [...(await refusing.deliver(batch, never))]);
        line.cutNext();
        words.push([...(await connector.deliver(batch, never))]);
      }
      words.push([...(await connector.deliver(batch, AbortSignal.abort()))]);
      const text = JSON.stringify(words);
      if (secret !== undefined) expect(text).not.toContain(secret);
      for (const personal of ['Möller', 'ada.', 'High Street', 'IP33']) expect(text).not.toContain(personal);
    });
  });
}
