import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { anna } from './sandbox-client.ts';

interface Served {
  readonly url: string;
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
}

async function serve(...args: string[]): Promise<Served> {
  const script = new URL('../../../src/sandbox/genieai/serve.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, '--key', 'k', ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, ...z.strictObject({ url: z.url() }).parse(JSON.parse(line)) };
}

async function importAnna(url: string): Promise<number> {
  const headers = { Authorization: 'Bearer k', 'Idempotency-Key': 'one' };
  const body = JSON.stringify({ records: [{ ref: 'a', ...anna }] });
  const response = await fetch(`${url}/contacts/import`, { method: 'POST', headers, body });
  await response.text();
  return response.status;
}

async function textOf(url: string, init?: RequestInit): Promise<string> {
  return (await fetch(url, init)).text();
}

test('a process of its own shows what it holds, and takes faults from other processes', async () => {
  const { url, child } = await serve('--no-limits', '--faults', '[{"kind":"answer","status":503}]');
  expect(await importAnna(url)).toBe(503);
  await textOf(`${url}/sandbox/faults`, { method: 'POST', body: JSON.stringify({ kind: 'answer', status: 429 }) });
  expect(await importAnna(url)).toBe(429);
  expect(await importAnna(url)).toBe(207);
  expect(JSON.parse(await textOf(`${url}/sandbox/contents`))).toMatchObject({
    contacts: [{ externalId: 'C-1' }],
    products: [],
    erased: [],
  });
  expect(JSON.parse(await textOf(`${url}/sandbox/calls`))).toMatchObject({
    calls: [{ status: 503 }, { status: 429 }, { status: 207, records: 1 }],
  });
  const page = await textOf(`${url}/sandbox`);
  expect(page).toContain('1 contacts');
  expect(page).toContain('Marsh &amp; Daughters');

  const wrong = await fetch(`${url}/sandbox/faults`, { method: 'POST', body: '{"kind":"earthquake"}' });
  expect(wrong.status).toBe(400);
  await textOf(`${url}/sandbox/faults`, { method: 'POST', body: '[{"kind":"truncate","times":null}]' });
  await textOf(`${url}/sandbox/faults`, { method: 'DELETE' });
  expect(JSON.parse(await textOf(`${url}/sandbox/faults`))).toEqual({ faults: [] });

  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a process that is killed loses nothing that it answered', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'genieai-sandbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const storage = join(folder, 'state.jsonl');
  const first = await serve('--storage', storage);
  await importAnna(first.url);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');

  const second = await serve('--storage', storage);
  expect(JSON.parse(await textOf(`${second.url}/sandbox/contents`))).toMatchObject({
    contacts: [{ externalId: 'C-1' }],
  });
  second.child.kill('SIGTERM');
  expect(await once(second.child, 'exit')).toEqual([0, null]);
});
