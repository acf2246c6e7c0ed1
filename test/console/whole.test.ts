import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { contract } from '../../src/api/contract.ts';
import { openShopConsole } from '../../src/cli/shop-console.ts';
import { keepPin } from '../../src/console/kept-pin.ts';
import type { Console } from '../../src/console/open-console.ts';
import { instantOf } from '../../src/model/ids.ts';
import { memoryKeychain, withKeys } from '../sync/host/open-host.ts';
import { shopHome } from '../sync/shop-home.ts';
import { ask, comeIn, cookieOf, logIn, type Answer } from './ask.ts';

const pin = 'larkspur-4711';

async function openShop() {
  const shop = await shopHome({ size: 20, realTime: true });
  await keepPin(shop.home, pin);
  const { console, host, close } = await openShopConsole({
    home: shop.home,
    environment: withKeys,
    now: () => Date.now(),
    port: 0,
    keychain: memoryKeychain(),
  });
  onTestFinished(close);
  const log = () => readFileSync(join(shop.home, 'logs', 'tillbridge.log'), 'utf8');
  return { console, host, log, home: shop.home };
}

/** Calls a procedure as the screens do. */
function call(console: Console, name: string, cookie: string, input?: unknown, headers = {}): Promise<Answer> {
  return ask(console, `/api/${name}`, {
    method: 'POST',
    headers: { cookie, origin: console.address, 'content-type': 'application/json', ...headers },
    body: input === undefined ? '' : JSON.stringify({ json: input }),
  });
}

/** Every procedure of the contract, by its address, and who may use it. */
function procedures(part: object = contract, path = ''): readonly { name: string; role: string }[] {
  return Object.entries(part).flatMap(([key, inner]: [string, object]) => {
    const name = path === '' ? key : `${path}/${key}`;
    const meta = (inner as { '~orpc'?: { meta: { role?: string } } })['~orpc']?.meta;
    return meta ? [{ name, role: String(meta.role) }] : procedures(inner, name);
  });
}

describe('door and api together', () => {
  it('let the owner ask, and staff see what is theirs', async () => {
    const { console } = await openShop();
    expect((await call(console, 'state/now', await comeIn(console))).status).toBe(200);
    const staff = cookieOf(await logIn(console, pin));
    expect(JSON.parse((await call(console, 'state/me', staff)).body)).toEqual({ json: { role: 'staff' } });
  });

  it('refuse staff every one of the owner’s procedures, whatever they send', async () => {
    const { console, host } = await openShop();
    const staff = cookieOf(await logIn(console, pin));
    const before = host.desk.settings();
    const owners = procedures().filter(({ role }) => role === 'owner');
    expect(owners.length).toBeGreaterThan(25);
    for (const { name } of owners) {
      const answers = await Promise.all([
        call(console, name, staff, {}),
        call(console, name, staff, { settings: {}, until: '2030-01-01T00:00:00Z', id: 'till', value: 'x' }),
      ]);
      expect([name, ...answers.map(({ status }) => status)]).toEqual([name, 403, 403]);
    }
    expect(host.desk.settings()).toEqual(before);
    expect(host.state().underway).toBeNull();
  });

  it('refuse everything to whoever has no session, a foreign name, or comes from another page', async () => {
    const { console, host } = await openShop();
    const owner = await comeIn(console);
    const port = new URL(console.address).port;
    for (const { name } of procedures()) {
      const answers = await Promise.all([
        call(console, name, '', {}),
        call(console, name, `tillbridge-${port}=guessed`, {}),
        call(console, name, owner, {}, { host: `rebound.example:${port}` }),
        call(console, name, owner, {}, { origin: 'https://shop.example' }),
        call(console, name, owner, {}, { origin: 'null' }),
        call(console, name, owner, {}, { 'sec-fetch-site': 'cross-site' }),
      ]);
      expect([name, ...answers.map(({ status }) => status)]).toEqual([name, 401, 401, 403, 403, 403, 403]);
    }
    expect(host.state().underway).toBeNull();
  });

  it('never act on what a link or an image of another page can ask for', async () => {
    const { console, host } = await openShop();
    const owner = await comeIn(console);
    const sync = '/api/runs/sync?data=%7B%22json%22%3A%7B%7D%7D';
    for (const headers of [{ cookie: owner }, { cookie: owner, origin: console.address }] as const) {
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
        const { status } = await ask(console, sync, { method, headers });
        expect([method, [403, 405].includes(status)]).toEqual([method, true]);
      }
    }
    expect(host.state().underway).toBeNull();
    expect(host.state().status?.lastRun).toBeNull();
  });

  it('answer malformed input with what it is, and go on', async () => {
    const { console } = await openShop();
    const owner = await comeIn(console);
    const headers = { cookie: owner, origin: console.address, 'content-type': 'application/json' };
    const post = (name: string, body: string, more = {}) =>
      ask(console, `/api/${name}`, { method: 'POST', headers: { ...headers, ...more }, body });
    const refused = await Promise.all([
      post('problems/card', '{"json":{"id":'),
      post('problems/card', '{"json":{"id":"1 OR 1=1"}}'),
      post('problems/card', '{"json":{"id":-1}}'),
      post('problems/card', '[]'),
      post('problems/card', '{"json":{"id":1,"__proto__":{"role":"owner"},"more":1}}'),
      post('problems/page', JSON.stringify({ json: { sort: 'money', offset: 0, limit: 100_000 } })),
      post('find', JSON.stringify({ json: { text: 'x'.repeat(501) } })),
      post('runs/sync', '{"json":{"allow":["everything"]}}'),
      post('problems/card', '\u0000\u0001', { 'content-type': 'application/octet-stream' }),
    ]);
    for (const { status } of refused) expect([400, 415, 422]).toContain(status);
    expect((await post('no/such/thing', '{}')).status).toBe(404);
    expect((await post('__proto__/constructor', '{}')).status).toBe(404);
    expect((await post('state/now', '')).status).toBe(200);
  });

  it('read no more than a mebibyte, and nothing whose length is not said', async () => {
    const { console } = await openShop();
    const owner = await comeIn(console);
    const headers = { cookie: owner, origin: console.address, 'content-type': 'application/json' };
    const long = 'x'.repeat(1024 * 1024 + 1);
    expect((await ask(console, '/api/find', { method: 'POST', headers, body: long })).status).toBe(413);
    const chunked = { ...headers, 'transfer-encoding': 'chunked' };
    expect((await ask(console, '/api/find', { method: 'POST', headers: chunked, body: '{}' })).status).toBe(411);
  });

  it('survive what is no HTTP at all', async () => {
    const { console } = await openShop();
    const { hostname, port } = new URL(console.address);
    await new Promise<void>((resolve, reject) => {
      const line = connect(Number(port), hostname, () => line.end('\u0016\u0003\u0001 hello\r\n\r\n'));
      line
        .on('error', reject)
        .on('close', () => resolve())
        .resume();
    });
    expect((await ask(console, '/')).status).toBe(401);
  });

  it('serve nothing but the screens: no way leads to the home folder, or out of the renderer', async () => {
    const { console, home } = await openShop();
    const cookie = await comeIn(console);
    writeFileSync(join(home, 'index.html'), 'the home folder');
    for (const path of [
      '/../../package.json',
      '/assets/../../../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/settings.json',
      `/${home}/settings.json`,
      '/logs/tillbridge.log',
    ]) {
      const answer = await ask(console, path, { headers: { cookie } });
      expect(`${path} ${answer.status}`).toMatch(/ 40[04]$/);
      expect(answer.body).not.toMatch(/"tillbridge"|genieai|the home folder/);
    }
  });
});

describe('the staff’s PIN', () => {
  it('is set, changed and forgotten by the owner, goes in and never comes out, and ends what staff have open', async () => {
    const { console, log } = await openShop();
    const owner = await comeIn(console);
    const read = async () => JSON.parse((await call(console, 'staffDoor/read', owner)).body) as unknown;
    expect(await read()).toEqual({ json: { hasPin: true, network: null } });
    const staff = cookieOf(await logIn(console, pin));
    const stream = call(console, 'state/watch', staff);
    const short = await call(console, 'staffDoor/setPin', owner, { pin: '12345' });
    expect([short.status, short.body]).toEqual([422, expect.stringContaining('Choose one of 6 to 64')]);
    expect((await call(console, 'state/me', staff)).status).toBe(200);
    expect((await call(console, 'staffDoor/setPin', owner, { pin: 'a-new-pin-5521' })).status).toBe(200);
    expect((await call(console, 'state/me', staff)).status).toBe(401);
    // What was being watched ends with its next word.
    await call(console, 'runs/pause', owner, { until: '2099-01-01T00:00:00.000Z' });
    expect((await stream).status).toBe(200);
    expect((await logIn(console, pin)).status).toBe(403);
    const again = cookieOf(await logIn(console, 'a-new-pin-5521'));
    expect((await call(console, 'staffDoor/forgetPin', owner)).status).toBe(200);
    expect((await call(console, 'state/me', again)).status).toBe(401);
    expect(await read()).toEqual({ json: { hasPin: false, network: null } });
    expect((await call(console, 'state/me', owner)).status).toBe(200);
    expect(log()).not.toContain('a-new-pin');
  });
});

describe('what somebody watches', () => {
  const wordsIn = ({ body }: Answer) => body.split('\n').filter((line) => line.startsWith('event: message')).length;

  it.each([
    ['the owner logs out', 'owner', (console: Console, cookie: string) => logOut(console, cookie)],
    ['somebody of the staff logs out', 'staff', (console: Console, cookie: string) => logOut(console, cookie)],
    ['the owner comes in as staff', 'owner', (console: Console, cookie: string) => logIn(console, pin, { cookie })],
  ])('ends without another word when %s', async (_, role, leave) => {
    const { console, host } = await openShop();
    const owner = await comeIn(console);
    const cookie = role === 'owner' ? await comeIn(console) : cookieOf(await logIn(console, pin));
    const stream = call(console, 'state/watch', cookie);
    // A moment later the first word is out.
    await setTimeout(100);
    await leave(console, cookie);
    host.pause(instantOf(Date.now() + 60_000));
    expect(wordsIn(await stream)).toBe(1);
    expect((await call(console, 'state/me', cookie)).status).toBe(401);
    expect((await call(console, 'state/me', owner)).status).toBe(200);
  });
});

function logOut(console: Console, cookie: string): Promise<Answer> {
  return ask(console, '/log-out', { method: 'POST', headers: { cookie, origin: console.address } });
}

describe('the log of the door', () => {
  it('has every refusal, and no PIN, token, cookie, search or name in it', async () => {
    const { console, log } = await openShop();
    const link = new URL(console.link());
    const owner = cookieOf(await ask(console, link.pathname + link.search));
    await ask(console, link.pathname + link.search);
    await ask(console, '/find/Theodora%20Quillfeather?token=hidden-in-an-address');
    await call(console, 'problems/Theodora%20Quillfeather', '', { text: 'Theodora Quillfeather' });
    await call(console, 'runs/sync', cookieOf(await logIn(console, pin)), {});
    await logIn(console, 'guessed-pin-8812');
    await ask(console, '/', { headers: { host: 'rebound.example', cookie: owner } });
    const text = log();
    for (const status of [401, 403]) expect(text).toContain(`"status":${status}`);
    expect(text).toContain('"asked":"/log-in"');
    expect(text).toContain('"asked":"/api/runs/sync"');
    expect(text.match(/the console refused a request/g)).toHaveLength(6);
    const hidden = [
      pin,
      'guessed-pin',
      'hidden-in',
      'Quillfeather',
      'rebound',
      link.search.slice(7),
      owner.split('=')[1],
    ];
    for (const secret of hidden) expect(text).not.toContain(secret);
  });

  it('is not drowned by somebody who knocks without end', async () => {
    const { console, log } = await openShop();
    for (let i = 0; i < 100; i += 1) await ask(console, '/api/state/now');
    expect(log().match(/the console refused a request/g)).toHaveLength(30);
  });

  it('hears of guessing, which waits longer and longer', async () => {
    const { console, log } = await openShop();
    const tries: number[] = [];
    for (let i = 0; i < 8; i += 1) tries.push((await logIn(console, `guess-${i}`)).status);
    expect(tries).toEqual([403, 403, 403, 403, 403, 429, 429, 429]);
    expect((await logIn(console, pin)).status).toBe(429);
    expect(log()).toContain('"status":429');
  });
});
