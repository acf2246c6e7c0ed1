import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { createSampleMaker } from '../../src/cli/sample/create-sample-maker.ts';
import { openShopConsole, type ShopConsole } from '../../src/cli/shop-console.ts';
import { systemClock } from '../../src/support/clock.ts';

/** One picture: a screen by its address. */
interface Picture {
  readonly name: string;
  readonly path: string;
}

const folder = fileURLToPath(new URL('../../docs/pictures/screens/', import.meta.url));
const customers = 1200;
/** The first answers come within a moment; nothing moves after them. */
const settled = 1500;

const beforeSetUp: readonly Picture[] = [{ name: 'first-run', path: '/' }];

/** The screens of a shop that has been synced: a fault that we know the cure for, a customer whom till and website know. */
async function afterSync({ host }: ShopConsole): Promise<readonly Picture[]> {
  const { problems } = host.problems.page({ state: 'open', sort: 'money', offset: 0, limit: 50 });
  const told = problems.find(({ suggestion, kind }) => suggestion && kind === 'customer') ?? problems[0];
  return [
    { name: 'today', path: '/' },
    { name: 'problems', path: '/problems' },
    { name: 'problem', path: `/problems/${told?.id}` },
    { name: 'find', path: `/find?text=${await knownToBoth(host.agent())}` },
    { name: 'activity', path: '/activity/plots?days=14' },
    { name: 'runs', path: '/activity' },
    { name: 'settings', path: '/settings' },
  ];
}

async function knownToBoth(agent: ReturnType<ShopConsole['host']['agent']>): Promise<string> {
  const { signal } = new AbortController();
  for (let number = 1; number <= customers; number += 1) {
    const [first] = await agent.find(String(number), signal);
    if (first?.kind === 'customer' && first.person && first.person.members.length > 1) return String(number);
  }
  throw new Error('nobody of the sample shop is known to both, till and website');
}

const schemes = ['light', 'dark'] as const;
const widths = [1280, 390] as const;

async function take(browser: Browser, { console }: ShopConsole, pictures: readonly Picture[]): Promise<void> {
  for (const colorScheme of schemes) {
    for (const width of widths) {
      const context = await browser.newContext({
        viewport: { width, height: width === 390 ? 844 : 800 },
        colorScheme,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await page.goto(console.link());
      for (const { name, path: address } of pictures) {
        await page.goto(new URL(address, console.address).href);
        await page.locator('#content').waitFor();
        await page.waitForTimeout(settled);
        await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}-${width}.png`) });
      }
      await context.close();
    }
  }
}

const day = 86_400_000;
/** So many days the shop has used it: the first load lies before what the plots show, and dwarfs nothing in them. */
const daysBefore = 17;
/** So many are left for the pictures of the list. */
const leftToMend = 12;

/** Runs once to its end. */
async function syncOnce({ host }: ShopConsole): Promise<void> {
  host.sync({});
  for await (const { underway } of host.watch(AbortSignal.timeout(120_000))) if (!underway) return;
}

/** A till that nobody has looked through: the letter O where a nought ought to stand. */
function mistype(till: DatabaseSync): void {
  till.exec(`UPDATE CUST SET MOB = 'O' || substr(MOB, 2) WHERE MOB LIKE '07%' AND rowid % 5 = 0`);
}

/** What staff do at the till in a day: they mend a few of what is on the list, sell some pieces, and mistype a number now and then. */
function workADay({ host }: ShopConsole, { till, ago }: { readonly till: DatabaseSync; readonly ago: number }): void {
  const { problems } = host.problems.page({ state: 'open', sort: 'money', offset: 0, limit: 500 });
  const columns = new Set(['MOB', 'TEL', 'PCODE', 'EMail']);
  const mendable = problems.filter(
    ({ origin, suggestion, kind }) => kind === 'customer' && suggestion && columns.has(origin.replace('CUST.', '')),
  );
  // Some days leave more time for it than others.
  for (const { origin, key, suggestion } of mendable.slice(leftToMend, leftToMend + 2 + (ago % 5))) {
    till
      .prepare(`UPDATE CUST SET ${origin.replace('CUST.', '"')}" = ? WHERE ACNO = ?`)
      .run(suggestion?.value ?? '', key);
  }
  till.prepare(`UPDATE CUST SET NOTES = 'Called in' WHERE rowid % 97 = ?`).run(ago);
  till.prepare(`UPDATE STOCKITM SET QTY = QTY - 1 WHERE QTY > 2 AND rowid % 23 = ?`).run(ago);
  if (ago % 3 === 0) till.prepare(`UPDATE CUST SET PCODE = 'IP33IAA' WHERE rowid = ?`).run(200 + ago);
}

/** Makes the pictures of the screens again, on a small invented shop of its own, which has used it for some days. */
export async function takeScreens(browser: Browser): Promise<void> {
  const home = await mkdtemp(path.join(tmpdir(), 'tillbridge-pictures-'));
  let back = daysBefore * day;
  const now = () => systemClock() - back;
  const sample = createSampleMaker({ now, size: customers });
  const shop = await openShopConsole({ home, environment: process.env, now, port: 0, sample });
  try {
    await take(browser, shop, beforeSetUp);
    await shop.host.desk.makeSample();
    const till = new DatabaseSync(path.join(home, 'till.db'));
    mistype(till);
    for (let ago = daysBefore; ago >= 0; ago -= 1) {
      back = ago * day;
      if (ago < daysBefore) workADay(shop, { till, ago });
      await syncOnce(shop);
    }
    till.close();
    await take(browser, shop, await afterSync(shop));
  } finally {
    await shop.close();
    await rm(home, { recursive: true, force: true });
  }
}
