import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { TillbridgeError } from '../../../src/support/errors.ts';
import { anna, hour, ring, sale, startClient } from './sandbox-client.ts';
import type { Client } from './sandbox-client.ts';

function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'genieai-sandbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'state.jsonl');
}

/** Everything that can be remembered: records, an adopted contact, one away, one erased, one merged, an answer. */
async function live(client: Client): Promise<void> {
  client.sandbox.byHand.add({ fields: { email: anna.email }, segments: ['VIP'], loyaltyTier: 'gold' });
  const contacts = ['C-2', 'C-3', 'C-4'].map((externalId) => ({
    externalId,
    lastName: 'Brook',
    phone: '+441632960001',
  }));
  const [, , , fourth] = await client.send('contacts', anna, ...contacts);
  await client.send('products', ring);
  await client.send('sales', { ...sale, contactExternalId: 'C-1' });
  const hand = client.sandbox.byHand.add({ fields: { notes: 'By hand' } });
  await client.post('/contacts/merge', { keepId: fourth?.id, mergeId: hand.id });
  await client.post('/contacts/erase', { externalIds: ['C-2'], mode: 'archive' });
  await client.post('/contacts/erase', { externalIds: ['C-3'], mode: 'erase' });
}

async function allOf({ sandbox, get }: Client) {
  const changes = await get('/contacts/changes');
  const everybody = await get('/contacts?externalId=C-1,C-2,C-3,C-4');
  const { changes: told } = changes.json() as { changes: unknown };
  return { contents: sandbox.state.contents(), changes: told, everybody: everybody.text };
}

test('what a sandbox holds outlives it, whether it was closed or killed', async () => {
  const storage = temporaryFile();
  const first = await startClient({ storage });
  await live(first);
  const before = await allOf(first);
  const journal = readFileSync(storage);

  const afterKill = temporaryFile();
  appendFileSync(afterKill, journal);
  expect(await allOf(await startClient({ storage: afterKill }))).toEqual(before);

  await first.sandbox.close();
  expect(readFileSync(storage).length).toBeLessThan(journal.length);
  const again = await startClient({ storage });
  expect(await allOf(again)).toEqual(before);
  const [created] = await again.send('contacts', { externalId: 'C-5', lastName: 'New', phone: '+441632960001' });
  expect(before.everybody).not.toContain(`"${created?.id}"`);
});

test('an answer that was lost is replayed by the next process, for 48 hours', async () => {
  const storage = temporaryFile();
  const body = { records: [{ ref: 'a', ...anna }] };
  const first = await startClient({ storage });
  first.sandbox.faults.add({ kind: 'cut', before: 'answer' });
  await expect(first.post('/contacts/import', body, { key: 'k' })).rejects.toThrow('fetch failed');
  await first.sandbox.close();

  const second = await startClient({ storage });
  expect((await second.post('/contacts/import', body, { key: 'k' })).text).toContain('"created"');
  second.clock.now += 48 * hour;
  expect((await second.post('/contacts/import', body, { key: 'k' })).text).toContain('"unchanged"');
});

test('a line that breaks off was never answered, and is left out', async () => {
  const storage = temporaryFile();
  const first = await startClient({ storage });
  await first.send('contacts', anna);
  const before = first.sandbox.state.contents();
  await first.send('products', ring);
  truncateSync(storage, readFileSync(storage).length - 100);
  const second = await startClient({ storage });
  expect(second.sandbox.state.contents()).toEqual(before);
  await second.send('products', ring);
  expect((await startClient({ storage })).sandbox.state.products.size).toBe(1);
});

test('a file that is damaged in the middle, or none of ours, is refused', async () => {
  const storage = temporaryFile();
  appendFileSync(storage, '{"not":"ours"}\n[]\n');
  await expect(startClient({ storage })).rejects.toThrow(TillbridgeError);
  expect(readFileSync(storage, 'utf8')).toBe('{"not":"ours"}\n[]\n');
});
