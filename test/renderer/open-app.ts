import { DatabaseSync } from 'node:sqlite';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { launchChromium } from '../../scripts/chromium/launch-chromium.ts';
import { openShopConsole, type ShopConsole } from '../../src/cli/shop-console.ts';
import { createSampleMaker } from '../../src/cli/sample/create-sample-maker.ts';
import { keepPin } from '../../src/console/kept-pin.ts';
import type { HostState } from '../../src/sync/host/host-contract.ts';
import { memoryKeychain, withKeys } from '../sync/host/open-host.ts';
import { shopHome, type ShopHome, type ShopHomeParts } from '../sync/shop-home.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** How a page is to be. */
export interface PageOptions {
  /** Whoever sits before it; the owner where nothing is said. */
  readonly role?: 'owner' | 'staff';
  /** 1280 × 900 where nothing is said. */
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  /** English where nothing is said. */
  readonly language?: 'en' | 'de';
  /** The screen to begin with: `/problems`. */
  readonly path?: string;
}

/** A home with its console and a real browser before it, all gone with the test. */
export interface OpenedApp extends ShopConsole {
  readonly home: string;
  readonly browser: Browser;
  /** Opens a window of its own, as a person who has just been let in. */
  page(options?: PageOptions): Promise<Page>;
  /** What a page complained of: thrown errors, and what it wrote to its console as an error. */
  readonly complaints: string[];
  /** Runs once to its end, and answers how things stand then. */
  sync(options?: Parameters<ShopConsole['host']['sync']>[0]): Promise<HostState>;
}

/** The same with the sample shop behind it. */
export interface OpenedShop extends OpenedApp {
  readonly shop: ShopHome;
  /** Statements in the till's own database, as its program would run them. */
  till(...statements: readonly string[]): void;
  /** What somebody who looks into the till's own database finds. */
  tillRows(query: string): readonly Record<string, unknown>[];
}

const staffPin = 'larkspur-47';

/** Opens a small sample shop with its website and both sandboxes, set up and not yet synced. */
export async function openApp(parts: ShopHomeParts = {}): Promise<OpenedShop> {
  const shop = await shopHome({ website: true, realTime: true, ...parts });
  const opened = await openOn(shop.home);
  return {
    ...opened,
    shop,
    till(...statements) {
      withTill(shop.tillFile, (database) => database.exec(statements.join(';')));
    },
    tillRows: (query) => withTill(shop.tillFile, (database) => database.prepare(query).all()),
  };
}

/** Opens a home where nothing is set up yet. The invented shop that it can make is a small one; the sandboxes' keys are known where nothing is said. */
export function openNewApp(environment: Readonly<Record<string, string>> = withKeys): Promise<OpenedApp> {
  return openOn(temporaryFolder(), environment);
}

async function openOn(home: string, environment: Readonly<Record<string, string>> = withKeys): Promise<OpenedApp> {
  await keepPin(home, staffPin);
  const now = () => Date.now();
  const shop = await openShopConsole({
    home,
    environment,
    now,
    port: 0,
    keychain: memoryKeychain(),
    sample: createSampleMaker({ now, size: 300 }),
  });
  onTestFinished(() => shop.close());
  const browser = await launchChromium(process.env);
  onTestFinished(() => browser.close());
  const complaints: string[] = [];

  async function page({ role = 'owner', path = '/', ...looks }: PageOptions = {}): Promise<Page> {
    const context = await browser.newContext(contextFor(looks));
    const opened = await context.newPage();
    await (role === 'owner' ? opened.goto(shop.console.link()) : logIn(opened, shop.console.address));
    // From here on: being asked to log in is a 401, which Chromium notes as an error.
    opened.on('pageerror', ({ message }) => complaints.push(message));
    opened.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    if (path !== '/') await opened.goto(new URL(path, shop.console.address).href);
    await opened.locator('#content').waitFor();
    return opened;
  }

  return {
    ...shop,
    home,
    browser,
    complaints,
    page,
    async sync(options = {}) {
      shop.host.sync(options);
      for await (const state of shop.host.watch(AbortSignal.timeout(60_000))) if (!state.underway) return state;
      throw new Error('the run did not end within a minute');
    },
  };
}

function contextFor({
  width = 1280,
  height = 900,
  scheme = 'light',
  language = 'en',
}: PageOptions): BrowserContextOptions {
  return {
    viewport: { width, height },
    colorScheme: scheme,
    locale: language === 'en' ? 'en-GB' : 'de-DE',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    // A console of the network shows a certificate of its own.
    ignoreHTTPSErrors: true,
  };
}

async function logIn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  // Whatever language the window speaks.
  await page.locator('#pin').fill(staffPin);
  await page.getByRole('button').click();
}

function withTill<T>(file: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}
