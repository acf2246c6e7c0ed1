import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { openBrowser } from '../../src/cli/open-browser.ts';
import { isPin } from '../../src/console/pin.ts';
import { loadSettings, saveSettings } from '../../src/settings/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { shopHome } from '../sync/shop-home.ts';
import { tillbridge } from './run-command.ts';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const place = z.object({
  address: z.string(),
  link: z.string(),
  network: z.object({ addresses: z.array(z.string()), fingerprint: z.string() }).nullable(),
});

/** Starts `tillbridge console --json`, and answers what it says of where it is. */
async function start(home: string) {
  const child = spawn(process.execPath, [cli, 'console', '--port', '0', '--json', '--home', home], { stdio: 'pipe' });
  const ended = once(child, 'exit');
  const said = text(child.stderr);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  let answer = '';
  for await (const piece of child.stdout) {
    answer += String(piece);
    if (answer.includes('\n}\n')) break;
  }
  return { ...place.parse(JSON.parse(answer)), end: () => child.kill('SIGTERM'), ended, said };
}

test('the console says where it is, lets its owner in, and ends cleanly', async () => {
  const { link, network, end, ended, said } = await start(temporaryFolder());
  expect(network).toBeNull();
  const answer = await fetch(link, { redirect: 'manual' });
  expect(answer.status).toBe(303);
  end();
  expect(await ended).toEqual([0, null]);
  expect(await said).toContain('Nothing is lost');
});

test('on the owner’s wish the tills of the shop reach it, encrypted, with the certificate that was kept', async () => {
  const { home } = await shopHome({ size: 20 });
  const settings = await loadSettings(home);
  await saveSettings(home, { ...settings, console: { ...settings.console, network: true, names: ['Till-Server'] } });
  const { address, network, end, ended } = await start(home);
  expect(address).toMatch(/^https:/);
  expect(network?.addresses.some((each) => /^https:\/\/till-server:\d+\/$/.test(each))).toBe(true);
  const ca = z
    .object({ cert: z.string() })
    .parse(JSON.parse(readFileSync(join(home, 'console-certificate.json'), 'utf8')));
  const { hostname, port } = new URL(address);
  const line = connect({ host: hostname, port: Number(port), ca: ca.cert });
  await once(line, 'secureConnect');
  const shown = line.getPeerCertificate().fingerprint256;
  line.destroy();
  expect(shown).toBe(network?.fingerprint);
  end();
  await ended;
  const again = await start(home);
  expect(again.network?.fingerprint).toBe(network?.fingerprint);
});

test('a PIN for staff is kept as a hash that only the owner of the folder may read, until it is forgotten', async () => {
  const home = temporaryFolder();
  const kept = await tillbridge(['console', 'pin', '--home', home], { input: 'marigold-31\n' });
  expect([kept.code, kept.stderr]).toEqual([0, '']);
  const file = join(home, 'console-pin.txt');
  const hash = readFileSync(file, 'utf8').trim();
  expect(hash).not.toContain('marigold');
  expect(await isPin('marigold-31', hash)).toBe(true);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  const short = await tillbridge(['console', 'pin', '--home', home], { input: '1234\n' });
  expect(short.code).toBe(2);
  expect(short.stderr).toContain('6 to 64');
  await tillbridge(['console', 'pin', '--forget', '--home', home]);
  expect(existsSync(file)).toBe(false);
});

test('a port that another program has is said, with what to do', async () => {
  const first = await start(temporaryFolder());
  const port = new URL(first.address).port;
  const second = await tillbridge(['console', '--port', port, '--home', temporaryFolder()]);
  expect(second.code).toBe(2);
  expect(second.stderr).toContain('Name another with --port');
});

test('no browser is looked for where there is no display', async () => {
  expect(await openBrowser('http://127.0.0.1/', {}, 'linux')).toBe(false);
});
