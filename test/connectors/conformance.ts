import { describe, expect, it } from 'vitest';
import type { Batch, Capabilities, Outcome } from '../../src/connectors/contract.ts';
import type { TillKey } from '../../src/model/ids.ts';
import type { RecordKind } from '../../src/model/record.ts';
import { isReadKind, readKinds, recordKinds } from '../../src/model/record.ts';
import type { ConformanceFixture } from './conformance-samples.ts';
import { batchOf, sampleOf, samplesOf, taken } from './conformance-samples.ts';

function firstKind({ connector }: ConformanceFixture): RecordKind {
  const [first] = connector.capabilities.kinds;
  if (!first) throw new TypeError('a connector takes at least one kind');
  return first;
}

const threeOf = (outcome: object) => Array.from({ length: 3 }, () => outcome);
const never = new AbortController().signal;

function expectAllTaken(batch: Batch, outcomes: ReadonlyMap<string, Outcome>): void {
  expect([...outcomes.keys()].toSorted()).toEqual(batch.parcels.map(({ ref }) => ref).toSorted());
  for (const outcome of outcomes.values())
    expect(outcome).toMatchObject({ kind: expect.stringMatching(/^(?:delivered|unchanged)$/) as string });
}

/** What every connector in the registry must keep; each one's own test file calls this. */
export function connectorConformance(name: string, open: () => Promise<ConformanceFixture>): void {
  /** Does something for each kind of some, every time with a far side of its own. */
  async function forKinds(
    some: (capabilities: Capabilities) => readonly RecordKind[],
    work: (fixture: ConformanceFixture, kind: RecordKind) => Promise<void>,
  ): Promise<void> {
    const { capabilities } = (await open()).connector;
    for (const kind of some(capabilities)) await work(await open(), kind);
  }

  describe(`${name} keeps the contract of connectors`, () => {
    it('declares what makes sense', async () => {
      const { capabilities, rules } = (await open()).connector;
      const { kinds, archives, merges, changes } = capabilities;
      expect(kinds).not.toEqual([]);
      expect(recordKinds.filter((kind) => kinds.includes(kind))).toEqual(kinds);
      for (const kind of [...archives, ...merges, ...(changes?.kinds ?? [])]) expect(kinds).toContain(kind);
      // What is sent as a change must not be made twice: its key is the only thing that tells.
      if (changes) expect([capabilities.idempotency, changes.keyLasts > 0]).toEqual(['key', true]);
      for (const number of [capabilities.batch.records, capabilities.batch.bytes, capabilities.concurrency]) {
        expect(Number.isInteger(number) && number > 0).toBe(true);
      }
      const { rate } = capabilities;
      expect(rate === null || rate.requests * rate.perMilliseconds > 0).toBe(true);
      for (const kind of readKinds) expect(rules(kind)?.kind).toBe(kinds.includes(kind) ? kind : undefined);
    });

    it('passes its own connection test', async () => {
      const { connector } = await open();
      expect(await connector.check(never)).toMatchObject({ ok: true });
    });

    it('answers with exactly one outcome for each parcel, by its ref', async () => {
      await forKinds(
        ({ kinds }) => kinds,
        async (fixture, kind) => {
          const { connector } = fixture;
          const batch = batchOf(kind, samplesOf(fixture, kind, 40));
          expect(batch.parcels).toHaveLength(40);
          expectAllTaken(batch, await connector.deliver(batch, never));
        },
      );
    });

    it('makes what is new, and finds it by our key', async () => {
      await forKinds(
        ({ kinds }) => kinds.filter(isReadKind),
        async (fixture, kind) => {
          const { connector } = fixture;
          const batch = batchOf(kind, samplesOf(fixture, kind, 40));
          const outcomes = await connector.deliver(batch, never);
          const keys = batch.parcels.map(({ key }) => key);
          const held = new Map((await connector.find(kind, keys, never)).map(({ key, remoteId }) => [key, remoteId]));
          for (const { ref, key } of batch.parcels) {
            expect(outcomes.get(ref)).toEqual({ kind: 'delivered', created: true, remoteId: held.get(key) });
          }
        },
      );
    });

    it('does nothing twice, whether the same batch comes again or the same records in another', async () => {
      await forKinds(
        ({ kinds }) => kinds,
        async (fixture, kind) => {
          const { connector } = fixture;
          const before = await fixture.holds(kind);
          const samples = samplesOf(fixture, kind, 5);
          const batch = batchOf(kind, samples);
          expectAllTaken(batch, await connector.deliver(batch, never));
          const once = await fixture.holds(kind);
          expect(once).not.toEqual(before);
          expectAllTaken(batch, await connector.deliver(batch, never));
          const another = batchOf(kind, taken(samples));
          const outcomes = await connector.deliver(another, never);
          expectAllTaken(another, outcomes);
          if (isReadKind(kind)) for (const outcome of outcomes.values()) expect(outcome.kind).toBe('unchanged');
          expect(await fixture.holds(kind)).toEqual(once);
        },
      );
    });

    it('never says that a parcel is smaller than it is', async () => {
      await forKinds(
        ({ kinds }) => kinds,
        async (fixture, kind) => {
          const { connector } = fixture;
          const batch = batchOf(kind, samplesOf(fixture, kind, 7));
          const size = batch.parcels.reduce((sum, parcel) => sum + connector.size(parcel), 0);
          await connector.deliver(batch, never);
          const bytes = await fixture.lastBytes(kind);
          expect(size).toBeGreaterThanOrEqual(bytes);
          expect(size).toBeLessThan(bytes * 2);
        },
      );
    });

    it('finds what is there, and only that, however much is asked for', async () => {
      await forKinds(
        ({ kinds }) => kinds,
        async (fixture, kind) => {
          const { connector } = fixture;
          expect(await connector.find(kind, [], never)).toEqual([]);
          expect(await connector.find(kind, ['nobody' as TillKey], never)).toEqual([]);
          if (!isReadKind(kind)) return;
          const samples = samplesOf(fixture, kind, 150);
          await connector.deliver(batchOf(kind, samples), never);
          const keys = samples.map(({ key }) => key);
          const held = await connector.find(kind, [...keys, 'nobody' as TillKey], never);
          expect(held.map(({ key }) => key)).toEqual(keys);
        },
      );
    });

    it('puts away what it says it can, at peace with what is not there, and brings it back', async () => {
      await forKinds(
        ({ archives }) => archives,
        async ({ connector }, kind) => {
          const [one, other, nobody] = [sampleOf(kind, 'A'), sampleOf(kind, 'B'), { key: 'nobody' as TillKey }];
          await connector.deliver(batchOf(kind, [one, other]), never);
          const away = batchOf(kind, [one, nobody], 'archive');
          expectAllTaken(away, await connector.deliver(away, never));
          const keys = [one.key, other.key, nobody.key];
          expect((await connector.find(kind, keys, never)).map(({ key }) => key)).toEqual(['B']);
          const back = batchOf(kind, [one]);
          expect((await connector.deliver(back, never)).get('r0')).toMatchObject({ kind: 'delivered', created: false });
          expect(await connector.find(kind, keys, never)).toHaveLength(2);
        },
      );
    });

    it('merges what it says it can, at peace with what is not there, and says which other is missing', async () => {
      await forKinds(
        ({ merges }) => merges,
        async ({ connector }, kind) => {
          const [one, other, third] = [sampleOf(kind, 'A'), sampleOf(kind, 'B'), sampleOf(kind, 'C')];
          await connector.deliver(batchOf(kind, [one, other, third]), never);
          const into = one.key;
          const parcels = [
            { key: other.key, into },
            { key: 'nobody' as TillKey, into },
          ];
          const merge = batchOf(kind, parcels, 'merge');
          expectAllTaken(merge, await connector.deliver(merge, never));
          expectAllTaken(merge, await connector.deliver(merge, never));
          const keys = [one.key, other.key, third.key];
          expect((await connector.find(kind, keys, never)).map(({ key }) => key)).toEqual(['A', 'C']);
          const lost = batchOf(kind, [{ key: third.key, into: 'nobody' as TillKey }], 'merge');
          const faults = [{ field: '', code: 'into_unknown' }];
          expect((await connector.deliver(lost, never)).get('r0')).toEqual({ kind: 'refused', faults });
        },
      );
    });

    it('ends at once when it is told to stop, with an outcome for each parcel', async () => {
      const fixture = await open();
      const { connector, line } = fixture;
      const kind = firstKind(fixture);
      const outcomes = await connector.deliver(batchOf(kind, samplesOf(fixture, kind, 3)), AbortSignal.abort());
      expect([...outcomes.values()].map((outcome) => outcome.kind)).toEqual(['retry', 'retry', 'retry']);
      if (typeof line === 'string') return;
      line.stall();
      const later = new AbortController();
      const sent = connector.deliver(batchOf(kind, samplesOf(fixture, kind, 3)), later.signal);
      setTimeout(() => later.abort(), 50);
      const cut = await sent;
      expect([...cut.values()]).toMatchObject(threeOf({ kind: 'retry', mayHaveArrived: true }));
    });

    it('knows a request that never left from one that may have arrived', async () => {
      const fixture = await open();
      const { connector, line } = fixture;
      // Says why there is nothing to test.
      if (typeof line === 'string') {
        expect(line).not.toBe('');
        return;
      }
      const kind = firstKind(fixture);
      const batch = batchOf(kind, samplesOf(fixture, kind, 3));
      const before = await fixture.holds(kind);
      const refused = await (await line.refusing()).deliver(batch, never);
      expect([...refused.values()]).toMatchObject(threeOf({ kind: 'retry', mayHaveArrived: false }));
      expect(await fixture.holds(kind)).toEqual(before);
      line.cutNext();
      const cut = await connector.deliver(batch, never);
      expect([...cut.values()]).toMatchObject(threeOf({ kind: 'retry', mayHaveArrived: true }));
      const once = await fixture.holds(kind);
      expect(once).not.toEqual(before);
      expectAllTaken(batch, await connector.deliver(batch, never));
      expect(await fixture.holds(kind)).toEqual(once);
    });

    it('keeps its secret and everybody’s data to itself', async () => {
      const fixture = await open();
      const { connector, line, secret } = fixture;
      const kind = firstKind(fixture);
      const words: unknown[] = [await connector.check(never)];
      const batch = batchOf(kind, samplesOf(fixture, kind, 1));
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
