import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startApp } from '../../electron/start-app.ts';
import { keepPin } from '../../src/console/kept-pin.ts';
import { shopHome } from '../sync/shop-home.ts';
import { buildApp } from './build-app.ts';
import { app, recorded } from './stand-in/electron.ts';
import { freePort } from '../support/free-port.ts';

vi.mock('electron', () => import('./stand-in/electron.ts'));

/** What the console answers whoever comes over the network without a session. */
async function statusOf(port: number): Promise<number | undefined> {
  const asked = get({ host: '127.0.0.1', port, path: '/', rejectUnauthorized: false });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

test('the app serves the shop’s other tills while the owner wants it, and no longer than it runs', async () => {
  const files = await buildApp('network');
  const port = await freePort();
  const { home } = await shopHome({ size: 20, realTime: true });
  const settings = join(home, 'settings.json');
  const kept = JSON.parse(readFileSync(settings, 'utf8')) as object;
  writeFileSync(settings, JSON.stringify({ ...kept, console: { network: true, port } }));
  await keepPin(home, 'larkspur-4711');
  await startApp({
    home,
    mode: 'service',
    files,
    platform: 'win32',
    now: () => Date.now(),
    ticks: () => performance.now(),
    openUpdates: async () => undefined,
  });
  await vi.waitFor(async () => expect(await statusOf(port)).toBe(401), { timeout: 15_000, interval: 100 });
  app.quit();
  await recorded.hasQuit.promise;
  await expect(statusOf(port)).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/);
});
