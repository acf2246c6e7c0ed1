import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anna, day, sale, start, startClient } from './sandbox-client.ts';
import type { Client } from './sandbox-client.ts';

const page = z.strictObject({
  changes: z.array(
    z.strictObject({
      id: z.string(),
      externalId: z.string().nullable(),
      email: z.string().nullable(),
      segments: z.array(z.string()),
      tags: z.array(z.string()),
      loyaltyTier: z.string().nullable(),
      lifetimeValue: z.strictObject({ amount: z.string(), currency: z.string() }),
      marketing: z.strictObject({ email: z.boolean(), sms: z.boolean() }),
      updatedAt: z.iso.datetime(),
      deleted: z.boolean(),
    }),
  ),
  nextCursor: z.string(),
  hasMore: z.boolean(),
});

async function changes(client: Client, cursor?: string): Promise<z.infer<typeof page>> {
  const reply = await client.get(
    `/contacts/changes${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`,
  );
  return page.parse(reply.json());
}

describe('changes', () => {
  test('tell what GenieAI knows of a contact', async () => {
    const client = await startClient();
    const [created] = await client.send('contacts', anna);
    await client.send(
      'sales',
      { ...sale, contactExternalId: 'C-1' },
      { ...sale, externalId: 'S-2', contactExternalId: 'C-1' },
    );
    await client.send('sales', { ...sale, externalId: 'S-3', contactExternalId: 'C-1', currency: 'EUR' });
    client.sandbox.byHand.edit(created?.id ?? '', { segments: ['Gold lovers'], loyaltyTier: 'silver' });
    expect((await changes(client)).changes).toEqual([
      {
        id: created?.id,
        externalId: 'C-1',
        email: anna.email,
        segments: ['Gold lovers'],
        tags: anna.tags,
        loyaltyTier: 'silver',
        lifetimeValue: { amount: '368.24', currency: 'GBP' },
        marketing: { email: true, sms: false },
        updatedAt: new Date(start).toISOString(),
        deleted: false,
      },
    ]);
  });

  test('come after the cursor, each contact once, and a sale changes its contact', async () => {
    const client = await startClient();
    const others = ['C-2', 'C-3'].map((externalId) => ({ externalId, lastName: 'Brook', phone: '+441632960001' }));
    await client.send('contacts', anna, ...others);
    const first = await changes(client);
    expect(first.changes.map(({ externalId }) => externalId)).toEqual(['C-1', 'C-2', 'C-3']);
    expect((await changes(client, first.nextCursor)).changes).toEqual([]);
    await client.send('contacts', anna);
    await client.send('contacts', { externalId: 'C-3', lastName: 'Cole' });
    await client.send('sales', { ...sale, contactExternalId: 'C-1' });
    await client.send('contacts', { externalId: 'C-3', firstName: 'Cora' });
    const next = await changes(client, first.nextCursor);
    expect(next.changes.map(({ externalId }) => externalId)).toEqual(['C-1', 'C-3']);
  });

  test('tell contacts that were put away, erased or merged as deleted', async () => {
    const client = await startClient();
    const [mine, second] = await client.send('contacts', anna, {
      externalId: 'C-2',
      lastName: 'Brook',
      email: 'ben@example.com',
    });
    const hand = client.sandbox.byHand.add({ fields: { email: 'h@example.com' } });
    const { nextCursor } = await changes(client);
    await client.post('/contacts/merge', { keepId: mine?.id, mergeId: hand.id });
    await client.post('/contacts/erase', { externalIds: ['C-1'], mode: 'archive' });
    await client.post('/contacts/erase', { externalIds: ['C-2'], mode: 'erase' });
    const told = (await changes(client, nextCursor)).changes.map(({ id, externalId, email, deleted }) => ({
      id,
      externalId,
      email,
      deleted,
    }));
    expect(told).toEqual([
      { id: hand.id, externalId: null, email: null, deleted: true },
      { id: mine?.id, externalId: 'C-1', email: anna.email, deleted: true },
      { id: second?.id, externalId: 'C-2', email: null, deleted: true },
    ]);
  });

  test('come in pages that lose and double nothing, also while contacts change', async () => {
    const client = await startClient();
    const contacts = Array.from({ length: 400 }, (_, n) => ({
      externalId: `C-${n}`,
      lastName: 'Marsh',
      phone: '+441632960001',
    }));
    for (let from = 0; from < contacts.length; from += 150)
      await client.send('contacts', ...contacts.slice(from, from + 150));
    const first = await changes(client);
    await client.send('contacts', { externalId: 'C-399', lastName: 'Moved' });
    const second = await changes(client, first.nextCursor);

    expect([first, second].map(({ hasMore }) => hasMore)).toEqual([true, false]);
    const told = [first, second].flatMap((each) => each.changes.map(({ externalId }) => externalId));
    expect(told).toHaveLength(400);
    expect(new Set(told).size).toBe(400);
  });

  test('refuse a cursor that is older than 7 days, or no cursor at all', async () => {
    const client = await startClient();
    const { nextCursor } = await changes(client);
    client.clock.now += 7 * day;
    expect((await client.get(`/contacts/changes?cursor=${nextCursor}`)).status).toBe(200);
    client.clock.now += 1;
    const old = await client.get(`/contacts/changes?cursor=${nextCursor}`);
    expect([old.status, old.code()]).toEqual([410, 'cursor_expired']);
    expect((await client.get('/contacts/changes?cursor=x')).code()).toBe('bad_request');
  });
});
