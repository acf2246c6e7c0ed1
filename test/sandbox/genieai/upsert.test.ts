import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anna, ring, sale, startClient } from './sandbox-client.ts';
import type { Client } from './sandbox-client.ts';

type Fields = Readonly<Record<string, unknown>>;

const ben = { externalId: 'C-2', lastName: 'Brook', email: 'ben@example.com' };

function fieldsOf(client: Client, externalId: string): unknown {
  return client.sandbox.state.contacts.byExternalId(externalId)?.fields;
}

describe('a record that is sent again', () => {
  test('is created, then unchanged, then updated under the same id', async () => {
    const client = await startClient();
    for (const [collection, record, change] of [
      ['contacts', anna, { notes: 'Moved.' }],
      ['products', ring, { stock: 2 }],
      ['sales', sale, { staff: 'Cora' }],
    ] as const) {
      const [created] = await client.send(collection, record);
      const [unchanged] = await client.send(collection, record);
      const [updated] = await client.send(collection, { ...record, ...change });
      expect([created?.status, unchanged?.status, updated?.status]).toEqual(['created', 'unchanged', 'updated']);
      expect(new Set([created?.id, unchanged?.id, updated?.id]).size).toBe(1);
    }
  });

  test('keeps fields that are absent and loses those that are null, also inside an address', async () => {
    const client = await startClient();
    await client.send('contacts', anna);
    await client.send('contacts', {
      externalId: 'C-1',
      title: null,
      tags: null,
      address: { line2: null, town: 'Ipswich' },
    });
    const { externalId: _key, title: _title, tags: _tags, ...others } = anna;
    const { line2: _line2, ...address } = { ...anna.address, town: 'Ipswich' };
    expect(fieldsOf(client, 'C-1')).toEqual({ ...others, address });
  });

  test('replaces lists whole', async () => {
    const client = await startClient();
    await client.send('sales', sale);
    const line = { description: 'Ring', quantity: 1, unitPrice: '5.00', discount: null, lineTotal: '5.00' };
    await client.send('sales', { externalId: 'S-1', lines: [line], total: '5.00', payments: null });
    const { discount: _none, ...kept } = line;
    const { lines, payments } = client.sandbox.state.sales.byExternalId('S-1')?.fields ?? {};
    expect({ lines, payments }).toEqual({ lines: [kept], payments: undefined });
  });

  test('is judged as it would stand afterwards, and stays as it was when it is refused', async () => {
    const client = await startClient();
    await client.send('contacts', anna);
    const before = client.sandbox.state.contents();
    const unreachable = { externalId: 'C-1', email: null, phone: null, mobile: null };
    expect(await client.errors('contacts', { ...unreachable, address: null })).toEqual(['contact_point_required']);
    expect(await client.errors('contacts', { externalId: 'C-1', lastName: null })).toEqual(['lastName required']);
    expect(await client.errors('contacts', { externalId: 'C-1', marketing: { consentedAt: null } })).toEqual([
      'marketing.consentedAt consent_date_required',
    ]);
    expect(client.sandbox.state.contents()).toEqual(before);
    expect(await client.errors('contacts', unreachable)).toEqual([]);
    expect(await client.errors('contacts', { externalId: 'C-1', firstName: null })).toEqual([]);
  });

  test('comes back from the archive', async () => {
    const client = await startClient();
    const [first] = await client.send('contacts', anna);
    await client.post('/contacts/erase', { externalIds: ['C-1'], mode: 'archive' });
    const [back] = await client.send('contacts', anna);
    expect([back?.status, back?.id]).toEqual(['updated', first?.id]);
    expect(client.sandbox.state.contacts.byExternalId('C-1')?.archived).toBe(false);
  });
});

describe('one bad record', () => {
  test('does not hold up its neighbours, and is told with its id where it stands already', async () => {
    const client = await startClient();
    const [created] = await client.send('contacts', ben);
    const results = await client.send(
      'contacts',
      { ...anna, title: 'Herr' },
      { ...ben, email: 'x' },
      { externalId: 'C-3', lastName: 'Cole', email: 'c@example.com' },
    );
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'created']);
    expect(results.map(({ id }) => id)).toEqual([null, created?.id, expect.any(String)]);
  });
});

describe('an e-mail address', () => {
  test('belongs to one contact, whatever its case, also within a request', async () => {
    const client = await startClient();
    const results = await client.send('contacts', ben, { ...anna, email: 'BEN@Example.com' });
    expect(results.map(({ errors }) => errors.map(({ field, code }) => `${field} ${code}`))).toEqual([
      [],
      ['email duplicate_email'],
    ]);
  });

  test('is free again once its contact gave it up, was archived or was erased', async () => {
    const client = await startClient();
    const claim = { ...anna, email: ben.email };
    await client.send('contacts', ben);
    await client.send('contacts', { ...ben, email: null, phone: '+441632960002' });
    expect(await client.errors('contacts', claim)).toEqual([]);
    await client.post('/contacts/erase', { externalIds: ['C-1'], mode: 'archive' });
    expect(await client.errors('contacts', ben)).toEqual([]);
    expect(await client.errors('contacts', claim)).toEqual(['email duplicate_email']);
    await client.post('/contacts/erase', { externalIds: ['C-2'], mode: 'erase' });
    expect(await client.errors('contacts', claim)).toEqual([]);
  });
});

describe('a contact made by hand', () => {
  test('is adopted by its e-mail, and keeps what the till does not know', async () => {
    const client = await startClient();
    const { id } = client.sandbox.byHand.add({
      fields: { lastName: 'Brook', email: 'Ben@example.com', notes: 'By hand' },
    });
    const [adopted] = await client.send('contacts', ben);
    expect([adopted?.status, adopted?.id, client.sandbox.state.contacts.size]).toEqual(['updated', id, 1]);
    expect(fieldsOf(client, 'C-2')).toEqual({ lastName: 'Brook', email: 'ben@example.com', notes: 'By hand' });
    expect((await client.send('contacts', ben))[0]?.status).toBe('unchanged');
  });

  test('is adopted once; of twins, the older one', async () => {
    const client = await startClient();
    const older = client.sandbox.byHand.add({ fields: { email: ben.email } });
    client.sandbox.byHand.add({ fields: { email: ben.email } });
    const [adopted] = await client.send('contacts', ben);
    expect([adopted?.status, adopted?.id]).toEqual(['updated', older.id]);
    expect(await client.errors('contacts', { ...ben, firstName: 'Ben' })).toEqual([]);
  });

  test('is not adopted under an address that another contact of the till has', async () => {
    const client = await startClient();
    await client.send('contacts', ben);
    client.sandbox.byHand.add({ fields: { email: ben.email } });
    expect(await client.errors('contacts', { ...anna, email: ben.email })).toEqual(['email duplicate_email']);
    expect(await client.errors('contacts', { ...ben, firstName: 'Ben' })).toEqual([]);
  });

  test('is not adopted by a contact that stands already', async () => {
    const client = await startClient();
    client.sandbox.byHand.add({ fields: { email: ben.email } });
    await client.send('contacts', anna);
    expect(await client.errors('contacts', { ...anna, email: ben.email })).toEqual(['email duplicate_email']);
  });
});

describe('laws of importing', () => {
  const nullable = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
  const edit = fc.record(
    {
      firstName: nullable(fc.constantFrom('Anna', 'Björn', '')),
      phone: nullable(fc.constantFrom('+441632960001', '01632')),
      title: nullable(fc.constantFrom('Mr', 'Dr', 'Herr')),
      tags: nullable(fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 })),
      birthday: nullable(fc.constantFrom('1971-03-04', '2071-03-04')),
      address: nullable(
        fc.record(
          {
            line1: nullable(fc.constant('1 Angel Hill')),
            town: nullable(fc.constant('Ely')),
            country: fc.constant('IE'),
          },
          { requiredKeys: [] },
        ),
      ),
    },
    { requiredKeys: [] },
  );
  const customer = fc.record({
    externalId: fc.constantFrom('C-1', 'C-2', 'C-3'),
    lastName: fc.constantFrom('Marsh', 'Brook'),
    email: fc.constantFrom('a@example.com', 'b@example.com', null),
    edit,
  });
  const customers = fc.array(
    customer.map(({ edit: fields, ...others }): Fields => ({ ...others, ...fields })),
    { maxLength: 8 },
  );

  test('importing twice is importing once', async () => {
    const client = await startClient();
    await fc.assert(
      fc.asyncProperty(customer, async ({ edit: fields, ...others }) => {
        const [first] = await client.send('contacts', { ...others, ...fields });
        const contents = client.sandbox.state.contents();
        const [second] = await client.send('contacts', { ...others, ...fields });
        expect(second?.status).toBe(first?.status === 'rejected' ? 'rejected' : 'unchanged');
        expect(client.sandbox.state.contents()).toEqual(contents);
      }),
      { numRuns: 60 },
    );
  });

  test('what is null is gone, what is absent stays', async () => {
    const client = await startClient();
    await client.send('contacts', anna);
    const optional = Object.keys(anna).filter((name) => !['externalId', 'lastName', 'email'].includes(name));
    await fc.assert(
      fc.asyncProperty(fc.subarray(optional), async (cleared) => {
        await client.send('contacts', anna);
        await client.send('contacts', {
          externalId: 'C-1',
          ...Object.fromEntries(cleared.map((name) => [name, null])),
        });
        const { externalId: _key, ...fields } = anna;
        const expected = Object.entries(fields).filter(([name]) => !cleared.includes(name));
        expect(fieldsOf(client, 'C-1')).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 40 },
    );
  });

  test('how records are cut into requests makes no difference', async () => {
    await fc.assert(
      fc.asyncProperty(customers, async (records) => {
        const whole = await startClient({ seed: 1 });
        const single = await startClient({ seed: 2 });
        const together = await whole.send('contacts', ...records);
        const one = [];
        for (const record of records) one.push(...(await single.send('contacts', record)));
        const told = (results: typeof together) => results.map(({ status, errors }) => ({ status, errors }));
        expect(told(one)).toEqual(told(together));
        expect(single.sandbox.state.contents()).toEqual(whole.sandbox.state.contents());
        await Promise.all([whole.sandbox.close(), single.sandbox.close()]);
      }),
      { numRuns: 30 },
    );
  });

  test('results come in an order that the seed decides', async () => {
    const records = Array.from({ length: 20 }, (_, place) => ({
      ref: `r${place}`,
      externalId: `C-${place}`,
      lastName: 'Marsh',
      phone: '+441632960001',
    }));
    const orders = [];
    for (const seed of [7, 7, 8]) {
      const client = await startClient({ seed });
      const { text } = await client.post('/contacts/import', { records });
      orders.push([...text.matchAll(/"ref":"(r\d+)"/g)].map(([, ref]) => ref).join(' '));
    }
    const [one, same, other] = orders;
    expect(one).toBe(same);
    expect(one).not.toBe(other);
    expect(one).not.toBe(records.map(({ ref }) => ref).join(' '));
  });
});
