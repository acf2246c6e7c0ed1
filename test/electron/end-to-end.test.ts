import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, chromium, type Page } from 'playwright-core';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { electronBinary } from './electron-binary.ts';
import { freePort } from '../support/free-port.ts';

const binary = electronBinary();
const packaged = process.env['TILLBRIDGE_PACKAGE'];
const mustRun = process.env['TILLBRIDGE_ELECTRON'] === 'required';
const more = process.env['TILLBRIDGE_ELECTRON_ARGS']?.split(' ') ?? [];
const main = fileURLToPath(new URL('../../dist/electron/main.js', import.meta.url));

if (binary === undefined && packaged === undefined) {
  process.stderr.write(
    'Electron’s binary is not here, so the app was not tried in it: node node_modules/electron/install.js fetches it.\n',
  );
}

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'tillbridge-app-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }));
  return home;
}

/** What must be true of the window, whatever it was packaged in. */
async function expectWindow(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor({ timeout: 60_000 });
  expect(page.url()).toMatch(/^app:\/\/tillbridge\//);
  const reach = await page.evaluate(async () => ({
    process: typeof Reflect.get(globalThis, 'process'),
    require: typeof Reflect.get(globalThis, 'require'),
    opened: (Reflect.get(globalThis, 'open') as (url: string) => unknown)('https://example.com/'),
    fetched: await fetch('https://example.com/').then(
      () => true,
      () => false,
    ),
  }));
  expect(reach).toEqual({ process: 'undefined', require: 'undefined', opened: null, fetched: false });
}

describe.skipIf(binary === undefined && !mustRun)('on the real binary', () => {
  test('the window shows what the engine’s own process says, and reaches nothing else', async () => {
    const app = await _electron.launch({
      args: [...more, main, `--home=${newHome()}`],
      ...(binary === undefined ? {} : { executablePath: binary }),
    });
    onTestFinished(() => app.close());
    await expectWindow(await app.firstWindow());
    const names = await app.evaluate(({ app: inside }) => inside.getAppMetrics().map(({ name }) => name));
    expect(names).toContain('Tillbridge engine');
  });

  test('closing the window leaves the tray; a second start opens it again', async () => {
    const home = newHome();
    const app = await _electron.launch({
      args: [...more, main, `--home=${home}`],
      ...(binary === undefined ? {} : { executablePath: binary }),
    });
    onTestFinished(() => app.close());
    await (await app.firstWindow()).close();
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
    const second = spawn(binary ?? '', [...more, main, `--home=${home}`], { stdio: 'ignore' });
    await once(second, 'exit');
    await vi.waitFor(() => expect(app.windows()).toHaveLength(1), { timeout: 20_000 });
  });
});

describe.skipIf(packaged === undefined)('packaged, with its fuses set', () => {
  test('it starts, and its window shows what the engine says', async () => {
    const port = await freePort();
    const child = spawn(resolve(packaged ?? ''), [`--remote-debugging-port=${port}`, `--home=${newHome()}`], {
      stdio: 'ignore',
    });
    onTestFinished(async () => {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
    });
    const browser = await vi.waitFor(() => chromium.connectOverCDP(`http://127.0.0.1:${port}`), {
      timeout: 60_000,
      interval: 500,
    });
    const page = await vi.waitFor(() => browser.contexts()[0]?.pages()[0] ?? expect.fail('no window yet'), {
      timeout: 30_000,
    });
    await expectWindow(page);
  });
});
