import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { small } from './squarespace-client.ts';

interface Served {
  readonly url: string;
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
}

async function serve(...args: string[]): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'squarespace-sandbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const content = join(folder, 'site.json');
  writeFileSync(content, JSON.stringify(small));
  const script = new URL('../../../src/sandbox/squarespace/serve.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, '--key', 'k', '--content', content, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, ...z.strictObject({ url: z.url() }).parse(JSON.parse(line)) };
}

async function post(url: string, body: unknown): Promise<unknown> {
  return (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).json();
}

async function statusOf(url: string): Promise<number> {
  const response = await fetch(url, { headers: { Authorization: 'Bearer k', 'User-Agent': 'Tests/1' } });
  await response.text();
  return response.status;
}

test('a process of its own lends the hands of shoppers and staff to other processes', async () => {
  const { url, child } = await serve('--no-limits', '--habits', '{"fraction":0}');
  const stock = async () => (await fetch(`${url}/sandbox/stock/RG-1001`)).json();
  expect(await stock()).toMatchObject({ sku: 'RG-1001', name: 'Signet ring', quantity: 3 });
  expect(
    await post(`${url}/sandbox/checkout`, { sku: 'RG-1001', quantity: 2, email: 'cleo@example.com' }),
  ).toMatchObject({
    placed: true,
    order: { orderNumber: '1002', grandTotal: '498.00', lines: [{ sku: 'RG-1001', quantity: 2 }] },
  });
  expect(await post(`${url}/sandbox/checkout`, { sku: 'RG-1001', quantity: 2 })).toEqual({
    placed: false,
    order: null,
  });
  expect(await stock()).toMatchObject({ quantity: 1 });

  await post(`${url}/sandbox/staff`, { do: 'setStock', variant: 'RG-1001', pieces: 9 });
  await post(`${url}/sandbox/staff`, { do: 'refund', order: '1002', amount: '98.00' });
  await post(`${url}/sandbox/staff`, { do: 'editVariant', variant: 'CH-45', sku: 'CH-45-X' });
  expect(await stock()).toMatchObject({ quantity: 9 });
  expect(await (await fetch(`${url}/sandbox/orders/1002`)).json()).toMatchObject({ refundedTotal: '98.00' });
  expect(await (await fetch(`${url}/sandbox/orders`)).json()).toMatchObject({ orders: [{}, { orderNumber: '1002' }] });
  expect((await fetch(`${url}/sandbox/stock/CH-45`)).status).toBe(404);
  expect(await post(`${url}/sandbox/webhooks`, {})).toEqual({ sent: 0 });
  expect(await post(`${url}/sandbox/staff`, { do: 'dance' })).toHaveProperty('error');
  expect(await (await fetch(`${url}/sandbox`)).text()).toContain('Angel Hill Jewellers');

  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a process of its own takes faults and switches from other processes', async () => {
  const { url, child } = await serve('--faults', '[{"kind":"answer","status":503}]');
  const orders = `${url}/1.0/commerce/orders`;
  expect(await statusOf(orders)).toBe(503);
  await post(`${url}/sandbox/faults`, { kind: 'answer', status: 429 });
  expect(await statusOf(orders)).toBe(429);
  expect(await statusOf(orders)).toBe(200);
  await post(`${url}/sandbox/site`, { expired: true });
  expect(await statusOf(orders)).toBe(402);
  expect(await (await fetch(`${url}/sandbox/calls`)).json()).toMatchObject({
    calls: [{ status: 503 }, { status: 429 }, { status: 200 }, { status: 402 }],
  });
  expect(await post(`${url}/sandbox/faults`, { kind: 'earthquake' })).toHaveProperty('error');
  await post(`${url}/sandbox/faults`, [{ kind: 'truncate', times: null }]);
  await fetch(`${url}/sandbox/faults`, { method: 'DELETE' });
  expect(await (await fetch(`${url}/sandbox/faults`)).json()).toEqual({ faults: [] });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
