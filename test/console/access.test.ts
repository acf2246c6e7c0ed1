import { mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openConsole, type Console } from '../../src/console/open-console.ts';
import { hashPin } from '../../src/console/pin.ts';
import { ask, comeIn, cookieOf, logIn } from './ask.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const pin = '4711-larkspur';

interface Opened {
  readonly console: Console;
  readonly clock: { now: number };
  /** The roles with which the api was asked. */
  readonly asked: string[];
}

async function open({ staff = true } = {}): Promise<Opened & { pin: { hash: string | undefined } }> {
  const renderer = temporaryFolder();
  mkdirSync(join(renderer, 'assets'));
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Tillbridge</title>');
  writeFileSync(join(renderer, 'assets', 'app-1a2b.js'), 'export {};');
  writeFileSync(join(renderer, '..', 'secret.json'), '{"secret":true}');
  const clock = { now: Date.parse('2026-11-22T09:00:00Z') };
  const asked: string[] = [];
  const kept = { hash: staff ? await hashPin(pin) : undefined };
  const opened = await openConsole({
    renderer,
    now: () => clock.now,
    pinHash: () => kept.hash,
    log: { warn: () => undefined, error: () => undefined },
    api: async (_request, role) => {
      asked.push(role);
      return Response.json({ role });
    },
  });
  onTestFinished(() => opened.close());
  return { console: opened, clock, asked, pin: kept };
}

/** Log-ins whose forms come half a second after their heads, all at once. Answers each one's status. */
async function heldBack(console: Console, many: number): Promise<readonly number[]> {
  const { host, port, hostname } = new URL(console.address);
  const head = [
    'POST /log-in HTTP/1.1',
    `Host: ${host}`,
    `Origin: ${console.address}`,
    'Content-Type: application/x-www-form-urlencoded',
    'Content-Length: 8',
    'Connection: close',
  ];
  const answers = Array.from({ length: many }, async () => {
    const line = connect(Number(port), hostname);
    await once(line, 'connect');
    line.write(`${head.join('\r\n')}\r\n\r\n`);
    await setTimeout(500);
    line.write('pin=0000');
    return Number((await text(line)).split(' ')[1]);
  });
  return await Promise.all(answers);
}

describe('the console lets in', () => {
  it('one browser with the owner’s link, once, with a cookie that no script and no other site can use', async () => {
    const { console, asked } = await open();
    const { pathname, search } = new URL(console.link());
    const first = await ask(console, pathname + search);
    expect(first.status).toBe(303);
    expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/);
    expect((await ask(console, pathname + search)).status).toBe(403);
    const cookie = cookieOf(first);
    const headers = { cookie, origin: console.address };
    expect((await ask(console, '/api/status', { method: 'POST', headers })).status).toBe(200);
    expect(asked).toEqual(['owner']);
  });

  it('staff with their PIN, as staff', async () => {
    const { console, asked } = await open();
    const answer = await logIn(console, pin);
    expect(answer.status).toBe(303);
    const headers = { cookie: cookieOf(answer), origin: console.address };
    await ask(console, '/api/problems', { method: 'POST', headers });
    expect(asked).toEqual(['staff']);
  });

  it('nobody with a link that lay about for longer than ten minutes, or a session that nobody used for a day', async () => {
    const { console, clock } = await open();
    const { pathname, search } = new URL(console.link());
    const cookie = await comeIn(console);
    clock.now += 11 * 60_000;
    expect((await ask(console, pathname + search)).status).toBe(403);
    clock.now += 24 * 3_600_000;
    expect((await ask(console, '/', { headers: { cookie } })).status).toBe(401);
  });

  it('staff only for as long as their PIN is the PIN; the owner stays in', async () => {
    const { console, pin: kept } = await open();
    const owner = await comeIn(console);
    const first = cookieOf(await logIn(console, pin));
    const status = async (cookie: string) => (await ask(console, '/', { headers: { cookie } })).status;
    expect(await status(first)).toBe(200);
    kept.hash = await hashPin('another-larkspur');
    expect(await status(first)).toBe(401);
    const second = cookieOf(await logIn(console, 'another-larkspur'));
    expect(await status(second)).toBe(200);
    kept.hash = undefined;
    expect(await status(second)).toBe(401);
    expect(await status(owner)).toBe(200);
  });

  it('nobody who has logged out', async () => {
    const { console } = await open();
    const cookie = await comeIn(console);
    await ask(console, '/log-out', { method: 'POST', headers: { cookie, origin: console.address } });
    expect((await ask(console, '/', { headers: { cookie } })).status).toBe(401);
  });
});

describe('the console refuses', () => {
  it('a name that leads here without being ours', async () => {
    const { console } = await open();
    const cookie = await comeIn(console);
    for (const host of ['evil.example', `evil.example:${new URL(console.address).port}`]) {
      const answer = await ask(console, '/', { headers: { cookie, host } });
      expect([400, 403]).toContain(answer.status);
    }
  });

  it('changes that another site’s page asks for', async () => {
    const { console, asked } = await open();
    const cookie = await comeIn(console);
    const { port } = new URL(console.address);
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${Number(port) + 1}` },
      { origin: console.address, 'sec-fetch-site': 'cross-site' },
      {},
    ];
    for (const headers of foreign) {
      expect((await ask(console, '/api/sync', { method: 'POST', headers: { cookie, ...headers } })).status).toBe(403);
    }
    expect(asked).toEqual([]);
  });

  it('whoever has no session, without a word about what is there', async () => {
    const { console, asked } = await open();
    for (const path of ['/', '/index.html', '/assets/app-1a2b.js', '/problems/17']) {
      const answer = await ask(console, path);
      expect(answer.status).toBe(401);
      expect(answer.body).toContain('Staff PIN');
    }
    const headers = { origin: console.address, cookie: `tillbridge-${new URL(console.address).port}=guessed` };
    expect((await ask(console, '/api/status', { method: 'POST', headers })).status).toBe(401);
    expect(asked).toEqual([]);
  });

  it('every way out of the renderer’s folder', async () => {
    const { console } = await open();
    const cookie = await comeIn(console);
    const ways = [
      '/../secret.json',
      '/assets/../../secret.json',
      '/%2e%2e/secret.json',
      '/..%2fsecret.json',
      '/..\\secret.json',
    ];
    for (const path of ways) {
      const answer = await ask(console, path, { headers: { cookie } });
      expect(answer.body).not.toContain('"secret"');
      expect([400, 404]).toContain(answer.status);
    }
  });

  it('more than a mebibyte, before anybody reads it', async () => {
    const { console, asked } = await open();
    const cookie = await comeIn(console);
    const headers = { cookie, origin: console.address, 'content-type': 'application/json' };
    const answer = await ask(console, '/api/x', { method: 'POST', headers, body: 'x'.repeat(1024 * 1024 + 1) });
    expect(answer.status).toBe(413);
    expect(asked).toEqual([]);
  });

  it('guessing: after five wrong PINs even the right one has to wait', async () => {
    const { console, clock } = await open();
    for (let i = 0; i < 5; i++) expect((await logIn(console, `000${i}`)).status).toBe(403);
    const answer = await logIn(console, pin);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    clock.now += 31_000;
    expect((await logIn(console, pin)).status).toBe(303);
  });

  it('guessing with many tries at once', async () => {
    const { console } = await open();
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => logIn(console, `1${index}`)));
    expect(answers.filter(({ status }) => status === 403).length).toBeLessThanOrEqual(5);
  });

  it('guessing with many forms that are begun at once and filled in later', async () => {
    const { console } = await open();
    const answers = await heldBack(console, 20);
    expect(answers.filter((status) => status === 403).length).toBeLessThanOrEqual(5);
    expect(answers.filter((status) => status === 429).length).toBeGreaterThanOrEqual(15);
  });

  it('nobody for what other people got right: staff come in day after day', async () => {
    const { console, clock } = await open();
    for (let i = 0; i < 55; i += 1) {
      expect((await logIn(console, pin)).status).toBe(303);
      clock.now += 60_000;
    }
    expect((await logIn(console, pin)).status).toBe(303);
  });

  it('no PIN for the sake of used links that any page can ask for', async () => {
    const { console } = await open();
    for (let i = 0; i < 60; i += 1) expect((await ask(console, '/open?token=x')).status).toBe(403);
    expect((await logIn(console, pin)).status).toBe(303);
  });

  it('no owner for the sake of a hundred who come after', async () => {
    const { console } = await open();
    const owner = await comeIn(console);
    for (let i = 0; i < 105; i += 1) expect((await logIn(console, pin)).status).toBe(303);
    expect((await ask(console, '/', { headers: { cookie: owner } })).status).toBe(200);
  });

  it('to use a link up for whoever only asks what would come', async () => {
    const { console } = await open();
    const { pathname, search } = new URL(console.link());
    expect((await ask(console, pathname + search, { method: 'HEAD' })).status).toBe(403);
    expect((await ask(console, pathname + search)).status).toBe(303);
  });

  it('staff where the owner wants none', async () => {
    const { console } = await open({ staff: false });
    expect((await logIn(console, pin)).status).toBe(403);
    expect((await ask(console, '/')).body).not.toContain('Staff PIN');
  });
});

describe('what the console says to a browser', () => {
  it('before anybody is let in is said in the browser’s own language, as far as there is one', async () => {
    const { console } = await open();
    const read = async (language: string) =>
      (await ask(console, '/', { headers: { 'accept-language': language } })).body;
    expect(await read('de-AT,de;q=0.9,en;q=0.8')).toMatch(/<html lang="de">[^]*PIN der Mitarbeitenden/);
    expect(await read('fr, en;q=0.5, de;q=0.2')).toMatch(/<html lang="en">[^]*Staff PIN/);
    expect(await read('<script>alert(1)</script>')).toMatch(/<html lang="en">[^]*Staff PIN/);
    const wrong = await logIn(console, 'wrong', { 'accept-language': 'de' });
    expect(wrong.body).toContain('Das ist nicht die PIN der Mitarbeitenden.');
    for (let i = 0; i < 4; i++) await logIn(console, 'wrong');
    expect((await logIn(console, 'wrong', { 'accept-language': 'de' })).body).toContain('Warten Sie 30 Sekunden');
  });

  it('is to keep no data, run no script of a page, and be framed by nobody', async () => {
    const { console } = await open();
    const cookie = await comeIn(console);
    const page = await ask(console, '/', { headers: { cookie } });
    expect(page.headers['cache-control']).toBe('no-store');
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    const script = await ask(console, '/assets/app-1a2b.js', { headers: { cookie } });
    expect(script.headers['cache-control']).toContain('immutable');
    expect(script.headers['x-content-type-options']).toBe('nosniff');
  });

  it('leads a screen’s own address to the renderer, and a missing file nowhere', async () => {
    const { console } = await open();
    const cookie = await comeIn(console);
    expect((await ask(console, '/problems/17', { headers: { cookie } })).body).toContain('<title>Tillbridge</title>');
    expect((await ask(console, '/assets/gone.js', { headers: { cookie } })).status).toBe(404);
  });
});
