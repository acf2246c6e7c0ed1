import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Snapshot } from '../../../src/pos/contract.ts';
import type { Profile } from '../../../src/pos/profile.ts';
import { sampleShopProfile } from '../../../src/sandbox/shop/profile.ts';
import { aliasesIn, findDatabases, usualPlaces } from '../../../src/sync/host/firebird-places.ts';
import { findTills } from '../../../src/sync/host/find-tills.ts';
import { createTillDesk } from '../../../src/sync/host/till-desk.ts';
import { tryProfile } from '../../../src/sync/host/try-profile.ts';
import type { TillTools } from '../../../src/sync/till-tools.ts';
import { firebirdServer } from '../../support/firebird-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { shopHome, type ShopHome } from '../shop-home.ts';

const signal = new AbortController().signal;
const nowhere = { settings: [], data: [] };
const till = { kind: 'sqlite', file: 'till.sqlite' };

function deskOf({ home, clock, settings }: ShopHome, isSetUp = true) {
  return createTillDesk({
    home,
    now: () => clock.now,
    secretFor: async () => undefined,
    shop: () => (isSetUp ? settings.shop : null),
    places: { places: nowhere },
  });
}

/** A port of this computer that takes connections, until the test ends. */
async function listening(): Promise<number> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address ? address.port : expect.fail('no port');
}

describe('a till that is tried before anything is kept', () => {
  test('shows real values of every field, where they stand and how sure that is', async () => {
    const shop = await shopHome();
    const desk = deskOf(shop);
    const { kinds } = await desk.suggestProfile(till);
    const trials = await desk.tryProfile(till, sampleShopProfile);
    expect(trials.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['customer', [...shop.shop.customers()].length],
      ['product', [...shop.shop.products()].length],
      ['sale', [...shop.shop.sales()].length],
    ]);
    const email = trials[0]?.fields.find(({ field }) => field === 'email');
    expect(email?.origin).toBe('CUST.EMail');
    expect(email?.values).toHaveLength(5);
    expect(email?.sure).toBe(kinds[0]?.fields.find(({ field }) => field === 'email')?.confidence);
  });

  test.each([100, 300])('has its articles recognised although some share a number (%i customers)', async (size) => {
    const { kinds, notes } = await deskOf(await shopHome({ size })).suggestProfile(till);
    const articles = kinds.find(({ kind }) => kind === 'product');
    expect(articles?.fields.find(({ field }) => field === 'key')?.origin).toBe('STOCKITM.ARTCODE');
    expect(notes).toEqual([]);
  });

  test('is not read whole: a first page shows what its fields hold, and a count how many there are', async () => {
    let read = 0;
    const endless = async function* () {
      for (;;) {
        if ((read += 500) > 20_000) expect.fail('it is read to its end');
        yield Array.from({ length: 500 }, (_, index) => [String(index), 'Smith']);
      }
    };
    const snapshot = {
      fields: async () => [
        { field: 'key', origin: 'CUST.ACNO', type: '' },
        { field: 'lastName', origin: 'CUST.SNAME', type: '' },
      ],
      read: endless,
      count: async () => 1_000_000,
    } as unknown as Snapshot;
    const tools = { pull: (work: (given: Snapshot) => unknown) => work(snapshot) } as unknown as TillTools;
    const profile = { name: 'Big', customer: sampleShopProfile.customer } as unknown as Profile;
    const [trial] = await tryProfile(tools, { profile, suggestion: undefined, shop: null, now: 0 });
    expect(trial).toMatchObject({ kind: 'customer', rows: 1_000_000 });
    expect(trial?.fields.map(({ values }) => values.length)).toEqual([5, 1]);
    expect(read).toBeLessThan(5000);
  });

  test('is recognised by its newest sale, in the words of the shop', async () => {
    const shop = await shopHome();
    // The sample shop's newest sale is of the 17th.
    shop.clock.now = Date.parse('2026-11-17T22:00:00Z');
    const desk = deskOf(shop);
    const wordsOf = async (shopDraft?: unknown) =>
      (await desk.tryProfile(till, sampleShopProfile, shopDraft)).find(({ kind }) => kind === 'sale')?.newest;
    expect(await wordsOf()).toMatch(/^Newest sale: today \d\d:\d\d, £[\d,.]+, -?\d+ × \S/);
    shop.clock.now += 86_400_000;
    expect(await wordsOf()).toMatch(/^Newest sale: yesterday \d\d:\d\d, £/);
    const euros = { name: 'Elsewhere', country: 'DE', timeZone: 'Europe/Berlin', currency: 'EUR' };
    expect(await wordsOf(euros)).toMatch(/^Newest sale: yesterday \d\d:\d\d, [\d.,]+\s€/);
  });

  test('shows the sale as it stands where nobody has said yet where the shop is', async () => {
    const desk = deskOf(await shopHome(), false);
    const [, , sales] = await desk.tryProfile(till, sampleShopProfile);
    expect(sales?.newest).toMatch(/^Newest sale: 20\d\d-\d\d-\d\d \d\d:\d\d, [\d.]+, /);
  });

  test('does not say how sure a field is that somebody has put elsewhere', async () => {
    const shop = await shopHome();
    const desk = deskOf(shop);
    await desk.suggestProfile(till);
    const { select } = sampleShopProfile.customer;
    const moved = {
      ...sampleShopProfile.customer,
      select: select.replace('C.MOB AS "mobile"', 'C.COUNTY AS "mobile"'),
    };
    const [customers] = await desk.tryProfile(till, { ...sampleShopProfile, customer: moved });
    expect(customers?.fields.find(({ field }) => field === 'mobile')).toMatchObject({
      origin: 'CUST.COUNTY',
      sure: null,
    });
    expect(customers?.fields.find(({ field }) => field === 'email')?.sure).toBeGreaterThan(0.5);
  });

  test('is described by its tables, and says where settings or profile are wrong', async () => {
    const desk = deskOf(await shopHome());
    expect((await desk.describeTill(till)).tables.map(({ name }) => name)).toContain('CUST');
    await expect(desk.describeTill({ kind: 'sqlite' })).rejects.toThrow('file');
    await expect(desk.describeTill({ kind: 'sqlite', file: 'not-there.sqlite' })).rejects.toThrow('not-there.sqlite');
    await expect(desk.tryProfile(till, { name: 'x' })).rejects.toThrow('profile');
  });

  test('has one character set where it says itself which', async () => {
    expect(await deskOf(await shopHome()).characterSets(till)).toEqual([{ name: 'UTF8', texts: [], odd: 0 }]);
  });
});

describe('the character set of a till that does not say it', () => {
  async function setsOf(texts: readonly Buffer[]) {
    const server = firebirdServer();
    const inserts = texts.map((text) =>
      Buffer.concat([Buffer.from(`insert into V values ('`), text, Buffer.from("');\n")]),
    );
    const made = Buffer.from('create table V (NAME varchar(60));\ncreate table W (N integer);\ncommit;\n');
    const script = Buffer.concat([made, ...inserts, Buffer.from('commit;\n')]);
    const database = await server.createDatabase({ name: 'sets', script });
    const desk = createTillDesk({
      home: temporaryFolder(),
      now: () => 0,
      secretFor: async () => server.password,
      shop: () => null,
      places: { places: nowhere },
    });
    const { host, port, user } = server;
    return desk.characterSets({ kind: 'firebird', host, port, user, database });
  }

  test('is shown by its own texts as they read in each, the right one first', async () => {
    const dos = await setsOf([
      Buffer.from('M\x81ller', 'latin1'),
      Buffer.from('K\x94nig', 'latin1'),
      Buffer.from('Smith'),
    ]);
    expect(dos[0]).toEqual({ name: 'DOS850', texts: ['Müller', 'König'], odd: 0 });
    expect(dos.find(({ name }) => name === 'UTF8')).toMatchObject({ odd: 2 });
    const windows = await setsOf([Buffer.from('Zo\xeb', 'latin1'), Buffer.from('Ren\xe9', 'latin1')]);
    expect(windows[0]).toEqual({ name: 'WIN1252', texts: ['Zoë', 'René'], odd: 0 });
    const utf8 = await setsOf([Buffer.from('Zoë'), Buffer.from('Müller')]);
    expect(utf8[0]).toEqual({ name: 'UTF8', texts: ['Zoë', 'Müller'], odd: 0 });
  });

  test('does not matter where there are only plain letters', async () => {
    expect(await setsOf([Buffer.from('Smith')])).toEqual([{ name: 'WIN1252', texts: [], odd: 0 }]);
  });
});

describe('looking for a till on this computer', () => {
  test('finds the server, the aliases of its settings and databases in the usual folders', async () => {
    const folder = temporaryFolder();
    const port = await listening();
    mkdirSync(join(folder, 'conf'));
    mkdirSync(join(folder, 'data', 'shop', 'deep', 'deeper'), { recursive: true });
    writeFileSync(
      join(folder, 'conf', 'databases.conf'),
      '# till = nothing.fdb\nemployee = $(dir_sampleDb)/employee.fdb\ntill = C:\\Till\\TILL.FDB\n{\n  RemoteAccess = true\n}\nsecurity.db = $(dir_secDb)/security5.fdb\n',
    );
    writeFileSync(join(folder, 'conf', 'firebird.conf'), `#RemoteServicePort = 3050\nRemoteServicePort = ${port}\n`);
    for (const name of ['TILL.FDB', 'security5.fdb', 'notes.txt', 'deep/deeper/far.fdb'])
      writeFileSync(join(folder, 'data', 'shop', name), '');
    const places = {
      settings: [join(folder, 'conf'), join(folder, 'not there')],
      data: [
        { folder: join(folder, 'data'), depth: 2 },
        { folder: join(folder, 'not there'), depth: 2 },
      ],
    };
    const databases = ['till', join(folder, 'data', 'shop', 'TILL.FDB')];
    expect(await findTills(signal, { ports: [], places })).toEqual([
      { kind: 'firebird', host: '127.0.0.1', port, databases },
    ]);
  });

  test('tells of a database whose server does not answer, and of nothing where there is nothing', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'OLD.GDB'), '');
    const places = { settings: [], data: [{ folder, depth: 1 }] };
    expect(await findTills(signal, { ports: [1], places })).toEqual([
      { kind: 'firebird', host: null, port: null, databases: [join(folder, 'OLD.GDB')] },
    ]);
    expect(await findTills(signal, { ports: [1], places: nowhere })).toEqual([]);
  });

  test('stops when it is told to', async () => {
    const stopped = AbortSignal.abort(new Error('enough'));
    await expect(findTills(stopped, { ports: [1], places: nowhere })).rejects.toThrow('enough');
    await expect(
      findDatabases({ settings: [], data: [{ folder: temporaryFolder(), depth: 1 }] }, signal),
    ).resolves.toEqual({ databases: [], ports: [] });
  });

  test('knows where Firebird and tills usually are', () => {
    const windows = usualPlaces('win32', { ProgramFiles: 'C:\\Program Files', ProgramData: 'C:\\ProgramData' });
    expect(windows.settings.join()).toContain('Firebird_5_0');
    expect(windows.data.map(({ folder }) => folder)).toContain('C:\\ProgramData');
    expect(usualPlaces('linux', {}).settings).toContain('/etc/firebird');
    expect(aliasesIn('shop=/srv/shop.fdb # ours\r\nx = y\r\n')).toEqual(['shop']);
  });
});
