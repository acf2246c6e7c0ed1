import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch, Capabilities, Connector, Outcome, Parcel } from '../../src/connectors/contract.ts';
import type { Customer } from '../../src/model/customer.ts';
import { instantOf } from '../../src/model/ids.ts';
import type { FarSide } from './far-side.ts';
import { createFarSide, forAll, lost } from './far-side.ts';
import { createTestClock, runCourier } from './run-courier.ts';
import { archiveOffer, customerOffer, deliveryOn, open, saleOffer, scratch } from './workshop.ts';

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

type Trouble =
  | 'none'
  | 'crash before'
  | 'crash after'
  | 'cut before'
  | 'cut after'
  | 'omit'
  | 'slow down'
  | 'key'
  | 'whole'
  | 'refuse connection';
const troubles: readonly Trouble[] = [
  'none',
  'none',
  'none',
  'crash before',
  'crash after',
  'cut before',
  'cut after',
  'omit',
  'slow down',
  'key',
  'whole',
  'refuse connection',
];

/** What happens at the till between two runs. */
type Deed =
  | { readonly do: 'move'; readonly from: number; readonly to: number }
  | { readonly do: 'edit' | 'spoil' | 'remove'; readonly who: number };

const people = 12;
const who = fc.nat(people - 1);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('move' as const), from: who, to: who }),
  fc.record({ do: fc.constantFrom('edit' as const, 'spoil' as const, 'remove' as const), who }),
);

/** A till whose customers swap their e-mails, change their names, lose them, and go. */
function createTill() {
  const customers = Array.from({ length: people }, (_, index) => ({
    key: `C${index}`,
    email: `c${index}@example.com`,
    lastName: 'Ada' as string | null,
    isThere: true,
  }));
  let edits = 0;
  return {
    customers,
    happen(what: Deed): void {
      edits += 1;
      if (what.do === 'move') {
        const [one, other] = [customers[what.from], customers[what.to]];
        if (one && other) [one.email, other.email] = [other.email, one.email];
        return;
      }
      const customer = customers[what.who];
      if (!customer) return;
      customer.isThere = what.do !== 'remove';
      if (what.do !== 'remove') customer.lastName = what.do === 'spoil' ? null : `Ada ${edits}`;
    },
  };
}

function offerAll({ outbox, database }: ReturnType<typeof deliveryOn>, till: ReturnType<typeof createTill>): void {
  database.transaction(() => {
    for (const { key, email, lastName, isThere } of till.customers) {
      outbox.offer(isThere ? customerOffer(key, { email, lastName }) : archiveOffer(key));
      if (isThere) outbox.offer(saleOffer(`S-${key}`, key));
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

const story = fc.record({
  days: fc.array(
    fc.record({
      deeds: fc.array(deed, { maxLength: 6 }),
      troubles: fc.array(fc.constantFrom(...troubles), { maxLength: 12 }),
    }),
    {
      minLength: 1,
      maxLength: 8,
    },
  ),
  concurrency: fc.integer({ min: 1, max: 3 }),
  records: fc.integer({ min: 1, max: 6 }),
});

async function live({ days, concurrency, records }: (typeof story extends fc.Arbitrary<infer T> ? T : never) & object) {
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

describe('whatever happens on the way', () => {
  it('the far side has in the end what the till says, nothing twice, and the rest is parked', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (events) => {
        const { farSide, till, delivery } = await live(events);
        const left = delivery.outbox.list({});
        for (const { key, email, lastName, isThere } of till.customers) {
          const there = farSide.records.get(`customer ${key}`);
          const isHeld = there !== undefined && !farSide.archived.has(`customer ${key}`);
          const entry = left.find((each) => each.key === key);
          // Its e-mail may still be that of somebody who cannot be sent: that is said, and it waits.
          const blocker = left.find((other) => entry && other.key === blockerOf(entry));
          if (!isThere) expect(isHeld).toBe(false);
          else if (blocker) expect(['waiting', 'parked']).toContain(blocker.seenAs);
          else if (lastName === null) expect(entry?.seenAs).toBe('parked');
          else expect([isHeld, there, entry]).toEqual([true, expect.objectContaining({ email, lastName }), undefined]);
        }
        expect([...farSide.made.values()].every((times) => times === 1)).toBe(true);
        expect(left.filter(({ seenAs, kind }) => seenAs === 'parked' && kind === 'sale')).toEqual([]);
        for (const { state } of left) expect(['waiting', 'parked']).toContain(state);
        expect(delivery.database.prepare('SELECT count(*) FROM batch').pluck().get()).toBe(0);
        delivery.database.close();
      }),
      { numRuns: 60 },
    );
  });
});
