import { createSampleShop } from '../../sandbox/shop/shop.ts';
import {
  createSampleWebsite,
  smallestShopWithWebsite,
  type SampleWebsite,
} from '../../sandbox/shop/website/website.ts';
import { TillbridgeError } from '../../support/errors.ts';
import { createWords } from '../../support/words.ts';
import type { Door } from '../door.ts';
import { openFirebirdTill } from './firebird-till.ts';
import { sampleProfile } from './home.ts';
import { openSqliteTill } from './sqlite-till.ts';
import type { DemoTill } from './till.ts';
import type { DemoWebsite } from './website.ts';

/** How a demonstration is to be done. */
export interface DemoOptions {
  /** A folder of its own, absolute, which is emptied first. */
  readonly folder: string;
  readonly firebird?: boolean;
  readonly size?: number;
  /** Ends after the summary, instead of opening the screens. */
  readonly exit?: boolean;
}

/** What all parts of a demonstration share. */
export interface Stage {
  readonly door: Door;
  /** The sample shop, with what is known about its website. */
  readonly sample: SampleWebsite;
  readonly till: DemoTill;
  readonly website: DemoWebsite;
  readonly folder: string;
}

const sampleWords = createWords({ country: 'GB', currency: 'GBP', timeZone: 'Europe/London' });

/** Invents the shop as of today, and says what it has. Throws a `TillbridgeError` where it would be too small for a website. */
export function inventShop({ screen, now }: Door, { firebird = false, size }: DemoOptions): SampleWebsite {
  if (size !== undefined && size < smallestShopWithWebsite) {
    throw new TillbridgeError('settings', `inventing a shop: ${size} customers are too few`, {
      hint: `Name ${smallestShopWithWebsite} or more with --size.`,
    });
  }
  const asOf = new Date(now()).toISOString().slice(0, 10);
  const shop = createSampleShop({ asOf, ...(size !== undefined && { size }) });
  const sample = createSampleWebsite(shop);
  const { customers, products, sales } = shop.frame;
  const { tally } = sample;
  const { count } = sampleWords;
  screen.say(
    `An invented shop for trying things out: ${shop.name}.`,
    `  Its website, in Squarespace: ${count(tally.matched.length, 'article')}, ${count(tally.orders.length, 'order')} in eighteen months.`,
    `  Its till (${firebird ? 'Firebird' : 'SQLite'}): ${count(customers, 'customer')}, ${count(products, 'article')}, ${count(sales, 'sale')} in six years. Building it …`,
  );
  return sample;
}

/** Builds the till of the sample shop. */
export async function buildTill({ screen }: Door, sample: SampleWebsite, options: DemoOptions): Promise<DemoTill> {
  const open = options.firebird ? openFirebirdTill : openSqliteTill;
  const onRows = (rows: number) => screen.live([`  ${sampleWords.number(rows)} rows`]);
  const till = await open({ shop: sample.till, folder: options.folder, profile: sampleProfile, onRows });
  screen.live([]);
  return till;
}
