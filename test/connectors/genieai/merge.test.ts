import { describe, expect, it } from 'vitest';
import type { Batch, Parcel } from '../../../src/connectors/contract.ts';
import type { Sale } from '../../../src/model/sale.ts';
import type { TillKey } from '../../../src/model/ids.ts';
import type { AnyRecord, ReadKind } from '../../../src/model/record.ts';
import type { FaultRequest } from '../../../src/sandbox/genieai/faults/fault.ts';
import { openGenieai } from './genieai-fixture.ts';

const never = new AbortController().signal;
let batches = 0;

function batchOf(
  kind: ReadKind,
  operation: Batch['operation'],
  parcels: readonly Omit<Parcel, 'kind' | 'operation'>[],
) {
  batches += 1;
  return {
    idempotencyKey: `merge-${batches}`,
    kind,
    operation,
    parcels: parcels.map((parcel) => ({ ...parcel, kind, operation })),
  };
}

function contacts(...keys: readonly string[]): Batch {
  const parcels = keys.map((key) => {
    const record = { key, lastName: 'Ada', email: `${key.toLowerCase()}@example.com` } as unknown as AnyRecord;
    return { ref: key, key: key as TillKey, record };
  });
  return batchOf('customer', 'upsert', parcels);
}

function merges(pairs: Readonly<Record<string, string>>): Batch {
  const parcels = Object.entries(pairs).map(([key, into]) => {
    return { ref: key, key: key as TillKey, into: into as TillKey, record: null };
  });
  return batchOf('customer', 'merge', parcels);
}

/** GenieAI with these contacts. */
async function openWith(...keys: readonly string[]) {
  const fixture = await openGenieai();
  await fixture.connector.deliver(contacts(...keys), never);
  const left = () => fixture.sandbox.state.contents().contacts.map(({ externalId }) => externalId);
  return { ...fixture, left, before: fixture.sandbox.calls.length };
}

describe('two contacts of GenieAI', () => {
  it('become one, with the sales of both', async () => {
    const { connector, sandbox, left } = await openWith('A', 'B');
    const sale = {
      key: 'S',
      customerKey: 'B',
      soldAt: '2026-11-20T11:04:00.000Z',
      channel: 'pos',
      currency: 'GBP',
      total: 0,
    };
    const lines = [{ description: 'Ring', quantity: 1, unitPrice: 0, lineTotal: 0 }];
    const record = { ...sale, lines } as unknown as Sale;
    await connector.deliver(batchOf('sale', 'upsert', [{ ref: 'S', key: record.key, record }]), never);
    const [kept] = await connector.find('customer', ['A' as TillKey], never);
    const outcomes = await connector.deliver(merges({ B: 'A' }), never);
    expect(outcomes.get('B')).toEqual({ kind: 'delivered', remoteId: kept?.remoteId, created: false });
    expect(left()).toEqual(['A']);
    expect(sandbox.state.contents().sales[0]?.fields['contactExternalId']).toBe('A');
  });

  it('are one already where the other is not there, or was put away', async () => {
    const { connector, left } = await openWith('A', 'B');
    await connector.deliver(batchOf('customer', 'archive', [{ ref: 'B', key: 'B' as TillKey, record: null }]), never);
    const outcomes = await connector.deliver(merges({ B: 'A', N: 'A' }), never);
    expect([...outcomes.values()]).toEqual([{ kind: 'unchanged' }, { kind: 'unchanged' }]);
    expect(left()).toEqual(['A', 'B']);
  });

  it('stay two where the one to keep is not there', async () => {
    const { connector, left } = await openWith('B');
    const outcomes = await connector.deliver(merges({ B: 'A' }), never);
    expect(outcomes.get('B')).toEqual({ kind: 'refused', faults: [{ field: '', code: 'into_unknown' }] });
    expect(left()).toEqual(['B']);
  });

  it('are made one in one batch of any number, which says the same however often it goes', async () => {
    const keys = Array.from({ length: 130 }, (_, index) => `K${index}`);
    const { connector, left, sandbox, before } = await openWith('A', ...keys);
    const batch = merges(Object.fromEntries(keys.map((key) => [key, 'A'])));
    const outcomes = await connector.deliver(batch, never);
    expect([...outcomes.values()].every(({ kind }) => kind === 'delivered')).toBe(true);
    expect(left()).toEqual(['A']);
    expect(sandbox.calls).toHaveLength(before + 2 + 130);
    const again = await connector.deliver(batch, never);
    expect(new Set([...again.values()].map(({ kind }) => kind))).toEqual(new Set(['unchanged']));
  });

  it('are looked up again where one of them went in between', async () => {
    const { connector, sandbox } = await openWith('A', 'B');
    for (const [status, code] of [
      [404, undefined],
      [409, 'conflict'],
    ] as const) {
      sandbox.faults.add({ kind: 'answer', status, code, path: '/contacts/merge' });
      const outcomes = await connector.deliver(merges({ B: 'A' }), never);
      expect(outcomes.get('B')).toMatchObject({ kind: 'retry', scope: 'record', mayHaveArrived: false });
    }
  });

  it.each<[FaultRequest, object, object]>([
    [
      { kind: 'answer', status: 429, retryAfter: 7, path: '/contacts/merge' },
      { kind: 'throttled' },
      { kind: 'throttled' },
    ],
    [{ kind: 'answer', status: 401, path: '/contacts/merge' }, { kind: 'halted' }, { kind: 'halted' }],
    [{ kind: 'answer', status: 401, method: 'GET' }, { kind: 'halted' }, { kind: 'halted' }],
  ])('%o: the first is %o, and nobody else is sent: %o', async (fault, first, second) => {
    const { connector, sandbox, left } = await openWith('A', 'B', 'C');
    sandbox.faults.add(fault);
    const outcomes = await connector.deliver(merges({ B: 'A', C: 'A' }), never);
    expect([...outcomes.values()]).toMatchObject([first, second]);
    expect(left()).toContain('C');
    sandbox.faults.clear();
    await connector.deliver(merges({ B: 'A', C: 'A' }), never);
    expect(left()).toEqual(['A']);
  });
});

describe('the channels through which the shop knows somebody', () => {
  it('go as they are, and as the till where nothing is said', async () => {
    const { connector, sandbox } = await openGenieai();
    const known = { lastName: 'Ada', sources: ['pos', 'web'], firstSeenAt: '2026-01-02T03:04:05.000Z' };
    const both = { ...known, key: 'A', email: 'a@example.com', lastPurchaseAt: '2026-11-20T11:04:00.000Z' };
    const record = both as unknown as AnyRecord;
    await connector.deliver(batchOf('customer', 'upsert', [{ ref: 'A', key: 'A' as TillKey, record }]), never);
    await connector.deliver(contacts('B'), never);
    const [first, second] = sandbox.state.contents().contacts.map(({ fields }) => fields);
    expect(first).toMatchObject({
      sources: ['pos', 'web'],
      firstSeenAt: '2026-01-02T03:04:05.000Z',
      lastPurchaseAt: '2026-11-20T11:04:00.000Z',
    });
    expect(second).toMatchObject({ sources: ['pos'] });
  });
});
