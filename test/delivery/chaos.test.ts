import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch, Capabilities, Connector, Outcome, Parcel } from '../../src/connectors/contract.ts';
import type { Customer } from '../../src/model/customer.ts';
import { instantOf } from '../../src/model/ids.ts';
import type { Story, TillCustomer, Trouble } from './chaos-stories.ts';
import { createTill, found, story } from './chaos-stories.ts';
import type { FarSide } from './far-side.ts';
import { createFarSide, forAll, lost } from './far-side.ts';
import { createTestClock, runCourier } from './run-courier.ts';
import { archiveOffer, customerOffer, deliveryOn, mergeOffer, open, saleOffer, scratch } from './workshop.ts';

/** What a far side that keeps GenieAI's rules says of one parcel. */
function judge({ kind, key, record }: Parcel, { records, archived }: FarSide): Outcome | undefined {
  const refused = (field: string, code: string): Outcome => ({ kind: 'refused', faults: [{ field, code }] });
  if (!record) return undefined;
  if (kind === 'sale' && 'customerKey' in record && !records.has(`customer ${record.customerKey ?? ''}`)) {
    return refused('customerKey', 'unknown_contact');
  }
  if (!('lastName' in record)) return undefined;
  if (record.lastName === null) return refused('lastName', 'required');
  for (const [name, other] of records) {
    const isOther = name !== `customer ${key}` && !archived.has(name);
    if (isOther && record.email && (other as Customer).email === record.email)
      return refused('email', 'duplicate_email');
  }
  return undefined;
}

function offerAll({ outbox, database }: ReturnType<typeof deliveryOn>, till: ReturnType<typeof createTill>): void {
  database.transaction(() => {
    for (const customer of till.customers) {
      const { key, email, lastName } = customer;
      const root = till.rootOf(customer);
      if (!root.isThere) outbox.offer(archiveOffer(key));
      else if (root !== customer) outbox.offer(mergeOffer(key, root.key));
      else outbox.offer(customerOffer(key, { email, lastName }));
      if (root.isThere) outbox.offer(saleOffer(`S-${key}`, root.key));
    }
  })();
}

/** A far side whose line, and whose caller, fail as the list says, one entry a request. */
function troubled(farSide: FarSide, list: readonly Trouble[], crash: () => void): Connector {
  const left = [...list];
  const { connector } = farSide;

  async function deliver(batch: Batch, signal: AbortSignal) {
    const trouble = left.shift() ?? 'none';
    const taken = ['none', 'crash after', 'cut after', 'omit'].includes(trouble);
    const outcomes = taken ? new Map(await connector.deliver(batch, signal)) : new Map<string, Outcome>();
    switch (trouble) {
      case 'none':
        return outcomes;
      case 'crash before':
      case 'crash after':
        crash();
        return outcomes;
      case 'cut before':
      case 'cut after':
        return forAll(batch, lost(true));
      case 'omit':
        outcomes.delete(batch.parcels[0]?.ref ?? '');
        return outcomes;
      case 'slow down':
        return forAll(batch, { kind: 'throttled', until: instantOf(0) });
      case 'key':
        return forAll(batch, { kind: 'retry', reason: 'the key is spent', mayHaveArrived: false, scope: 'record' });
      case 'whole':
        return forAll(batch, batch.parcels.length > 1 ? { kind: 'indivisible', reason: 'answered 400' } : lost(true));
      case 'refuse connection':
        return forAll(batch, lost(false));
    }
  }

  return { ...connector, deliver };
}

async function live({ days, concurrency, records }: Story) {
  const capabilities: Partial<Capabilities> = { concurrency, batch: { records, bytes: 1_000_000 } };
  const farSide = createFarSide({ judge, capabilities });
  const till = createTill();
  const time = createTestClock();
  const file = path.join(scratch(), 'tillbridge.db');
  let delivery = deliveryOn(open(file));

  async function day(list: readonly Trouble[]): Promise<void> {
    const { database, outbox, ledger } = delivery;
    outbox.recover();
    offerAll(delivery, till);
    const connector = troubled(farSide, list, () => database.close());
    const onLost = () => {
      // What waits behind must not be lost with it: the till is asked again.
      if (ledger) offerAll(delivery, till);
    };
    await runCourier(delivery, connector, { time, onLost }).catch((thrown: unknown) => {
      if (database.open) throw thrown;
    });
    if (!database.open) delivery = deliveryOn(open(file));
    time.advance(3_600_000);
  }

  for (const { deeds, troubles: list } of days) {
    for (const what of deeds) till.happen(what);
    await day(list);
  }
  for (let calm = 0; calm < 4; calm += 1) await day([]);
  return { farSide, till, delivery };
}

/** For whom an entry waits. */
function blockerOf({ reason }: { readonly reason: string | null }): string | undefined {
  return /^held: customer (\S+) still has its email there$/.exec(reason ?? '')?.[1];
}

/** An entry that waits for somebody to be at the destination. */
function heldFor({ key }: TillCustomer): unknown {
  return expect.objectContaining({ seenAs: 'held', operation: 'merge', into: key });
}

describe('whatever happens on the way', () => {
  it('the far side has in the end what the till says, nothing twice, and the rest is parked', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (events) => {
        const { farSide, till, delivery } = await live(events);
        const left = delivery.outbox.list({});
        for (const customer of till.customers) {
          const { key, email, lastName } = customer;
          const root = till.rootOf(customer);
          const there = farSide.records.get(`customer ${key}`);
          const isHeld = there !== undefined && !farSide.archived.has(`customer ${key}`);
          const entry = left.find((each) => each.key === key);
          // Its e-mail may still be that of somebody who cannot be sent: that is said, and it waits.
          const blocker = left.find((other) => entry && other.key === blockerOf(entry));
          if (!root.isThere) expect(isHeld).toBe(false);
          // Nobody can become one with somebody who cannot be sent.
          else if (root !== customer)
            expect([isHeld, entry]).toEqual(isHeld ? [true, heldFor(root)] : [false, undefined]);
          else if (blocker) expect(['waiting', 'held', 'parked']).toContain(blocker.seenAs);
          else if (lastName === null) expect(entry?.seenAs).toBe('parked');
          else expect([isHeld, there, entry]).toEqual([true, expect.objectContaining({ email, lastName }), undefined]);
        }
        expect([...farSide.made.values()].every((times) => times === 1)).toBe(true);
        expect(left.filter(({ seenAs, kind }) => seenAs === 'parked' && kind === 'sale')).toEqual([]);
        for (const { state } of left) expect(['waiting', 'parked']).toContain(state);
        expect(delivery.database.prepare('SELECT count(*) FROM batch').pluck().get()).toBe(0);
        delivery.database.close();
      }),
      { numRuns: 60, examples: found.map((each) => [each]) },
    );
  });
});
