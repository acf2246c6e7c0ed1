import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { keepNetworkConsole, type ConsoleWish } from '../../src/console/keep-network-console.ts';
import { keepPin } from '../../src/console/kept-pin.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const pin = '4711-larkspur';

async function keep() {
  const [home, renderer] = [temporaryFolder(), temporaryFolder()];
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Tillbridge</title>');
  await keepPin(home, pin);
  const said: string[] = [];
  const clock = { now: Date.now() };
  const settings: { wish: ConsoleWish | undefined } = { wish: undefined };
  const asked: string[] = [];
  const note = (sentence: string) => void said.push(sentence);
  const kept = keepNetworkConsole({
    home,
    renderer,
    now: () => clock.now,
    log: { info: note, warn: note, error: note },
    wish: () => settings.wish,
    lookEvery: 20,
    api: async (_, role) => {
      asked.push(role);
      return Response.json({ role });
    },
  });
  onTestFinished(() => kept.close());
  return { kept, settings, said, clock, asked };
}

type Kept = Awaited<ReturnType<typeof keep>>['kept'];

const until = (is: () => void) => vi.waitFor(is, { timeout: 10_000, interval: 20 });
const isOpen = (kept: Kept) => until(() => expect(kept.reach()).not.toBeNull());
const portOf = (kept: Kept) => Number(new URL(kept.reach()?.addresses[0] ?? 'none:').port);

/** A request as a browser makes it that has accepted the certificate. */
async function ask(port: number, path: string, headers: Record<string, string> = {}, body?: string) {
  const method = body === undefined ? 'GET' : 'POST';
  const sent = request({ host: '127.0.0.1', port, path, method, headers, rejectUnauthorized: false });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
  response.resume();
  return { status: response.statusCode, cookie: response.headers['set-cookie']?.[0] ?? '' };
}

describe('the console for the shop’s network', () => {
  it('is open while the owner wants it, and closed else', async () => {
    const { kept, settings } = await keep();
    expect(kept.reach()).toBeNull();
    settings.wish = { network: true, port: 0, names: ['Till-Server'] };
    await isOpen(kept);
    const port = portOf(kept);
    expect(kept.reach()?.addresses).toContain(`https://till-server:${port}/`);
    expect(kept.reach()?.fingerprint).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect((await ask(port, '/')).status).toBe(401);
    settings.wish = { network: false, port: 0, names: [] };
    await until(() => expect(kept.reach()).toBeNull());
    await expect(ask(port, '/')).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/);
  });

  it('lets staff in with their PIN over TLS, with a cookie for TLS alone, as staff', async () => {
    const { kept, settings, asked } = await keep();
    settings.wish = { network: true, port: 0, names: [] };
    await isOpen(kept);
    const port = portOf(kept);
    const origin = `https://127.0.0.1:${port}`;
    const form = { origin, 'content-type': 'application/x-www-form-urlencoded' };
    const { status, cookie } = await ask(port, '/log-in', form, `pin=${pin}`);
    expect(status).toBe(303);
    expect(cookie).toMatch(/; Secure/);
    await ask(port, '/api/runs/sync', { origin, cookie: cookie.split(';')[0] ?? '' }, '{}');
    expect(asked).toEqual(['staff']);
  });

  it('opens under another name without being started anew', async () => {
    const { kept, settings } = await keep();
    settings.wish = { network: true, port: 0, names: [] };
    await isOpen(kept);
    settings.wish = { network: true, port: 0, names: ['counter'] };
    await until(() => expect(kept.reach()?.addresses.join(' ')).toContain('https://counter:'));
  });

  it('outlives a look at the settings or the computer that fails, and says so once', async () => {
    const { kept, settings, said } = await keep();
    Object.defineProperty(settings, 'wish', { configurable: true, get: () => expect.fail('it cannot be read') });
    await until(() => expect(said).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(said).toEqual(['the console did not open for the shop’s network']);
    Object.defineProperty(settings, 'wish', { value: { network: true, port: 0, names: [] } });
    await isOpen(kept);
  });

  it('says once that its port is taken, and opens when it is free', async () => {
    const { kept, settings, said, clock } = await keep();
    const other = createServer().listen(0, '0.0.0.0');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    settings.wish = { network: true, port, names: [] };
    await until(() => expect(said).toHaveLength(1));
    clock.now += 61_000;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(said).toEqual(['the console did not open for the shop’s network']);
    other.close();
    await once(other, 'close');
    clock.now += 61_000;
    await isOpen(kept);
    expect(portOf(kept)).toBe(port);
  });
});
