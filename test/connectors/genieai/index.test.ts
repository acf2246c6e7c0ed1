import { describe, expect, it } from 'vitest';
import type { Batch, Outcome } from '../../../src/connectors/contract.ts';
import { genieai } from '../../../src/connectors/genieai/index.ts';
import type { Customer } from '../../../src/model/customer.ts';
import type { TillKey } from '../../../src/model/ids.ts';
import type { AnyRecord, ReadKind } from '../../../src/model/record.ts';
import { readKindOf } from '../../../src/model/record.ts';
import type { FaultRequest } from '../../../src/sandbox/genieai/faults/fault.ts';
import { connectorConformance } from '../conformance.ts';
import { apiKey, deafAddress, openGenieai } from './genieai-fixture.ts';

const collections = { customer: 'contacts', product: 'products', sale: 'sales' } as const;

connectorConformance('genieai', async () => {
  const { sandbox, connector, lastBody, another } = await openGenieai();
  return {
    connector,
    secret: apiKey,
    holds: (kind) => Promise.resolve(sandbox.state[collections[readKindOf(kind)]].size),
    lastBytes: () => Promise.resolve(Buffer.byteLength(lastBody()) - Buffer.byteLength('{"records":[]}')),
    line: {
      refusing: async () => another({ baseUrl: await deafAddress() }),
      cutNext: () => sandbox.faults.add({ kind: 'cut', before: 'answer', path: '*/import' }),
      stall: () => sandbox.faults.add({ kind: 'delay', milliseconds: 60_000 }),
    },
  };
});

const never = new AbortController().signal;
let batches = 0;

function batchOf(kind: ReadKind, ...records: readonly object[]): Batch {
  batches += 1;
  const parcels = records.map((record, index) => {
    const { key } = record as { key: TillKey };
    return { ref: `r${index}`, kind, key, operation: 'upsert' as const, record: record as AnyRecord };
  });
  return { idempotencyKey: `test-${batches}`, kind, operation: 'upsert', parcels };
}

const ada = { key: '1', lastName: 'Ada', email: 'ada@example.com' } as unknown as Customer;

async function outcomeOf(fault: FaultRequest): Promise<Outcome | undefined> {
  const { sandbox, connector } = await openGenieai();
  sandbox.faults.add(fault);
  return (await connector.deliver(batchOf('customer', ada), never)).get('r0');
}

describe('what GenieAI answers to a whole request', () => {
  it.each<[FaultRequest, object]>([
    [{ kind: 'answer', status: 400 }, { kind: 'indivisible' }],
    [
      { kind: 'answer', status: 401 },
      { kind: 'halted', hint: 'Make a new key in GenieAI and store it here.' },
    ],
    [{ kind: 'answer', status: 402 }, { kind: 'halted' }],
    [{ kind: 'answer', status: 403 }, { kind: 'halted' }],
    [
      { kind: 'answer', status: 403, format: 'html' },
      { kind: 'retry', mayHaveArrived: false },
    ],
    [{ kind: 'answer', status: 404 }, { kind: 'halted' }],
    [
      { kind: 'answer', status: 409, code: 'in_progress' },
      { kind: 'retry', mayHaveArrived: true },
    ],
    [
      { kind: 'answer', status: 409, code: 'idempotency_mismatch' },
      { kind: 'retry', mayHaveArrived: false, scope: 'record' },
    ],
    [{ kind: 'answer', status: 410 }, { kind: 'halted' }],
    [{ kind: 'answer', status: 413 }, { kind: 'indivisible' }],
    [{ kind: 'answer', status: 429, retryAfter: 7 }, { kind: 'throttled' }],
    [{ kind: 'answer', status: 429, format: 'html' }, { kind: 'throttled' }],
    [
      { kind: 'answer', status: 500 },
      { kind: 'retry', mayHaveArrived: true },
    ],
    [
      { kind: 'answer', status: 502, format: 'html' },
      { kind: 'retry', mayHaveArrived: true },
    ],
    [
      { kind: 'answer', status: 503 },
      { kind: 'retry', mayHaveArrived: true },
    ],
    [{ kind: 'answer', status: 503, retryAfter: 7 }, { kind: 'throttled' }],
    [
      { kind: 'cut', before: 'commit' },
      { kind: 'retry', mayHaveArrived: true },
    ],
    [{ kind: 'truncate' }, { kind: 'retry', mayHaveArrived: true }],
  ])('%o → %o', async (fault, outcome) => {
    expect(await outcomeOf(fault)).toMatchObject(outcome);
  });

  it('is told with the number by which GenieAI’s people find the request', async () => {
    const outcome = await outcomeOf({ kind: 'answer', status: 500 });
    expect(outcome).toMatchObject({
      reason: expect.stringMatching(/^GenieAI answered 500 \w+, request \S+$/) as string,
    });
  });

  it('is told off in time where it does not come', async () => {
    const { sandbox, another } = await openGenieai();
    sandbox.faults.add({ kind: 'delay', milliseconds: 30_000 });
    const outcomes = await another({ timeoutSeconds: 1 }).deliver(batchOf('customer', ada), never);
    expect(outcomes.get('r0')).toMatchObject({ kind: 'retry', mayHaveArrived: true });
  });
});

describe('what GenieAI answers to each record', () => {
  it('is matched by ref, whatever is missing, doubled or made up', async () => {
    for (const kind of ['omit', 'duplicate', 'stranger'] as const) {
      const { sandbox, connector } = await openGenieai();
      sandbox.faults.add({ kind });
      const records = ['1', '2', '3'].map((key) => ({ key, lastName: 'Ada', email: `c${key}@example.com` }));
      const outcomes = await connector.deliver(batchOf('customer', ...records), never);
      expect([...outcomes.keys()]).toEqual(['r0', 'r1', 'r2']);
      const again = [...outcomes.values()].filter((outcome) => outcome.kind === 'retry');
      expect(again).toMatchObject(kind === 'duplicate' ? [] : [{ mayHaveArrived: true, scope: 'record' }]);
    }
  });

  it('names its faults by our own fields', async () => {
    const { connector } = await openGenieai();
    const address = { line1: 'x', town: 'Ely', country: 'GB', postcode: 'NOWHERE' };
    const contact = batchOf('customer', { ...ada, ...address, marketingSms: true, marketingEmail: null, phone: '123' });
    const refused = (await connector.deliver(contact, never)).get('r0');
    expect(
      refused?.kind === 'refused' && refused.faults.map(({ field, code }) => `${field} ${code}`).toSorted(),
    ).toEqual(['consentedAt consent_date_required', 'phone bad_phone', 'postcode bad_postcode']);
    const product = batchOf('product', { key: 'P', sku: 'P', name: 'Ring', price: { minor: -1, currency: 'GBP' } });
    expect((await connector.deliver(product, never)).get('r0')).toMatchObject({
      faults: [{ field: 'price', code: 'not_allowed' }],
    });
    const line = { description: 'Ring', quantity: 2, unitPrice: 100, discount: 50, lineTotal: 100 };
    const sale = {
      key: 'S',
      customerKey: 'nobody',
      soldAt: '2026-11-20T11:04:00.000Z',
      channel: 'pos',
      currency: 'GBP',
      lines: [{ ...line, lineTotal: 150 }, line],
      total: 250,
    };
    const outcome = (await connector.deliver(batchOf('sale', sale), never)).get('r0');
    expect(outcome).toMatchObject({
      faults: [
        { field: 'customerKey', code: 'unknown_contact' },
        { field: 'lines[1].lineTotal', code: 'line_total_mismatch' },
      ],
    });
  });

  it('clears what is null, leaves what is absent, and takes the groups apart', async () => {
    const { connector, sandbox } = await openGenieai();
    const address = { line1: '1 High Street', line2: 'Flat 2', town: 'Ely', country: 'GB', postcode: 'CB7 4DL' };
    await connector.deliver(batchOf('customer', { ...ada, firstName: 'Ada', company: 'Bead Ltd', ...address }), never);
    await connector.deliver(batchOf('customer', { key: '1', firstName: null, line2: null }), never);
    expect(sandbox.state.contents().contacts[0]?.fields).toEqual({
      lastName: 'Ada',
      email: 'ada@example.com',
      company: 'Bead Ltd',
      sources: ['pos'],
      address: { line1: '1 High Street', town: 'Ely', country: 'GB', postcode: 'CB7 4DL' },
    });
    const gone = { line1: null, line2: null, town: null, county: null, postcode: null, country: null };
    await connector.deliver(batchOf('customer', { key: '1', ...gone }), never);
    expect(sandbox.state.contents().contacts[0]?.fields).not.toHaveProperty('address');
  });
});

describe('the connection test', () => {
  it('names the account', async () => {
    const { connector } = await openGenieai({ account: { name: 'Gem & Co', plan: 'Pro', currency: 'EUR' } });
    const check = await connector.check(never);
    expect(check).toEqual({ ok: true, account: 'Gem & Co', detail: 'plan Pro, amounts in EUR' });
  });

  it('says what to do about a wrong key, a suspended account, a wrong address and a line that is down', async () => {
    const { sandbox, connector, another } = await openGenieai();
    expect(await another({}, { secret: 'wrong' }).check(never)).toMatchObject({
      ok: false,
      hint: expect.stringContaining('new key') as string,
    });
    sandbox.faults.add({ kind: 'answer', status: 402 });
    expect(await connector.check(never)).toMatchObject({ ok: false, hint: expect.stringContaining('bill') as string });
    expect(await another({ baseUrl: `${sandbox.url}/elsewhere` }).check(never)).toMatchObject({
      ok: false,
      hint: expect.stringContaining('address') as string,
    });
    expect(await another({ baseUrl: await deafAddress() }).check(never)).toMatchObject({
      ok: false,
      what: 'asking GenieAI: GenieAI is out of reach: the connection was refused',
    });
  });
});

describe('the address in the settings', () => {
  it.each([
    ['https://api.genieai.example/v1', true],
    ['http://127.0.0.1:8080', true],
    ['http://localhost:8080/v1', true],
    ['http://[::1]:8080', true],
    ['http://api.genieai.example/v1', false],
    ['http://127.0.0.1.example.com', false],
    ['https://me:secret@api.genieai.example', false],
    ['ftp://api.genieai.example', false],
    ['nonsense', false],
  ])('%s → %s', (baseUrl, isGood) => {
    expect(genieai.settings.safeParse({ baseUrl }).success).toBe(isGood);
  });
});
