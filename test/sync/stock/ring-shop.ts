import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { SiteContent, SiteProduct } from '../../../src/sandbox/squarespace/site.ts';
import {
  startSquarespaceSandbox,
  type SquarespaceOptions,
  type SquarespaceSandbox,
} from '../../../src/sandbox/squarespace/start-squarespace-sandbox.ts';
import type { Settings } from '../../../src/settings/settings.ts';
import { parseSettings, saveSettings } from '../../../src/settings/store.ts';
import { createAgent } from '../../../src/sync/agent.ts';
import type { Agent, RunOptions, RunReport } from '../../../src/sync/agent-contract.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** An article of the ring shop, on both sides unless it says otherwise. */
export interface Ring {
  readonly code: string;
  readonly name?: string;
  readonly category?: string;
  readonly stock: number | null;
  readonly price?: string;
  readonly barcode?: string;
  /** What the website shows at first; the till's figure where this is absent, nothing at all where it is null. */
  readonly website?: Partial<SiteProduct['variants'][number]> | null;
}

/** A small shop with a till of three tables and a website, and the engine between them. */
export interface RingShop {
  readonly home: string;
  readonly settings: Settings;
  readonly site: SquarespaceSandbox;
  readonly clock: { now: number };
  /** The engine as it is now; made anew by `restart`. */
  agent(): Promise<Agent>;
  restart(): Promise<void>;
  sync(options?: Partial<RunOptions>): Promise<RunReport>;
  /** Runs until the website's figures are borne out, minutes apart. */
  settle(): Promise<RunReport>;
  till(...statements: readonly string[]): void;
  shown(code: string): number | null | undefined;
}

const tables = [
  'CREATE TABLE ART (CODE TEXT PRIMARY KEY, NAME TEXT, CATG TEXT, QTY INTEGER, PRICE TEXT, EAN TEXT)',
  'CREATE TABLE CUST (NO INTEGER PRIMARY KEY, FIRST TEXT, LAST TEXT, EMAIL TEXT)',
  'CREATE TABLE SALE (NO INTEGER PRIMARY KEY, CUSTNO INTEGER, DAY TEXT, TOTAL TEXT, REF TEXT)',
  'CREATE TABLE LINE (NO INTEGER PRIMARY KEY, SALENO INTEGER, CODE TEXT, DESCR TEXT, QTY INTEGER, PRICE TEXT, TOTAL TEXT)',
];

const profile = {
  name: 'Ring till',
  customer: { select: 'SELECT NO AS "key", FIRST AS "firstName", LAST AS "lastName", EMAIL AS "email" FROM CUST' },
  product: {
    select:
      'SELECT CODE AS "key", CODE AS "sku", NAME AS "name", CATG AS "category", QTY AS "stock", PRICE AS "price", EAN AS "barcode" FROM ART',
  },
  sale: {
    select:
      'SELECT NO AS "key", CUSTNO AS "customerKey", DAY AS "soldAt", TOTAL AS "total", REF AS "reference" FROM SALE',
  },
  saleLine: {
    select:
      'SELECT NO AS "key", SALENO AS "saleKey", CODE AS "sku", DESCR AS "description", QTY AS "quantity", PRICE AS "unitPrice", TOTAL AS "lineTotal" FROM LINE',
  },
};

const text = (value: string | undefined): string => (value === undefined ? 'NULL' : `'${value.replaceAll("'", "''")}'`);

function siteOf(rings: readonly Ring[]): SiteContent {
  const products = rings.flatMap(({ code, name = `Ring ${code}`, stock, price = '100.00', website }) =>
    website === null ? [] : [{ name, variants: [{ sku: code, price, stock: stock ?? 0, ...website }] }],
  );
  return { title: 'Rings', currency: 'GBP', timeZone: 'Europe/London', products, contacts: [], orders: [] };
}

/** Makes a ring shop; everything of it ends with the test. */
export async function ringShop(
  rings: readonly Ring[],
  {
    website = {},
    sandbox = {},
    extra = {},
  }: {
    website?: Record<string, unknown>;
    sandbox?: Partial<SquarespaceOptions>;
    extra?: Record<string, unknown>;
  } = {},
): Promise<RingShop> {
  const home = temporaryFolder();
  const clock = { now: Date.parse('2026-11-20T09:00:00Z') };
  const site = await startSquarespaceSandbox({
    apiKey: 'website-key',
    now: () => clock.now,
    content: siteOf(rings),
    limits: { requestsPerMinute: null },
    ...sandbox,
  });
  onTestFinished(() => site.close());
  const tillDatabase = new Database(join(home, 'till.sqlite'));
  tillDatabase.pragma('synchronous = OFF');
  onTestFinished(() => void tillDatabase.close());
  const till = (...statements: readonly string[]): void => void tillDatabase.exec(statements.join(';\n'));
  till(
    ...tables,
    ...rings.map(
      ({ code, name = `Ring ${code}`, category, stock, price = '100.00', barcode }) =>
        `INSERT INTO ART VALUES (${text(code)}, ${text(name)}, ${text(category)}, ${stock ?? 'NULL'}, '${price}', ${text(barcode)})`,
    ),
  );
  writeFileSync(join(home, 'profile.json'), JSON.stringify(profile));
  const settings = parseSettings(
    {
      shop: { name: 'Rings', country: 'GB', timeZone: 'Europe/London', currency: 'GBP' },
      till: { kind: 'sqlite', file: 'till.sqlite', profile: 'profile.json' },
      destinations: [{ id: 'squarespace', kind: 'squarespace', baseUrl: site.url, requestsPerMinute: null }],
      website,
      ...extra,
    },
    'the test',
  );
  await saveSettings(home, settings);

  let opened: Promise<Agent> | undefined;
  const agent = (): Promise<Agent> =>
    (opened ??= createAgent({
      home,
      settings,
      environment: { TILLBRIDGE_SECRET_SQUARESPACE: 'website-key' },
      now: () => clock.now,
      async sleep(milliseconds, signal) {
        signal.throwIfAborted();
        clock.now += milliseconds;
      },
      random: () => 0.5,
    }));
  const close = async (): Promise<void> => {
    const before = opened;
    opened = undefined;
    await (await before)?.close();
  };
  onTestFinished(close);

  async function sync(options: Partial<RunOptions> = {}): Promise<RunReport> {
    clock.now += 15 * 60_000;
    return (await agent()).sync({ signal: new AbortController().signal, ...options });
  }

  return {
    home,
    settings,
    site,
    clock,
    agent,
    restart: close,
    sync,
    async settle() {
      await sync();
      await sync();
      return sync();
    },
    till,
    shown: (code) => site.state.stock(code),
  };
}
