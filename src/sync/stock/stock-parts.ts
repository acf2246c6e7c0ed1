import type { ShopFront } from '../../connectors/shop-front.ts';
import type { WritableDatabase } from '../../database/open.ts';
import type { Ledger } from '../../delivery/ledger.ts';
import type { Outbox } from '../../delivery/outbox.ts';
import type { DestinationId, Instant } from '../../model/ids.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Staging } from '../../staging/staging.ts';
import type { Problems } from '../../validation/problems.ts';
import { createAliases, type Aliases } from './aliases.ts';
import { createDrifts, type Drifts } from './drifts.ts';
import { createOrderedStock, type OrderedStock } from './ordered-pieces.ts';
import { createSightings, type Sightings } from './sightings.ts';
import { createWebArticles, type WebArticles } from './web-articles.ts';

/** What is kept of one shop front's stock. */
export interface StockMemory {
  readonly aliases: Aliases;
  readonly ordered: OrderedStock;
  readonly articles: WebArticles;
  readonly sightings: Sightings;
  readonly drifts: Drifts;
}

/** What the stock of one shop front is reckoned from, and with. */
export interface StockParts extends StockMemory {
  readonly database: WritableDatabase;
  readonly destination: DestinationId;
  /** As people call the shop front. */
  readonly label: string;
  readonly shopFront: ShopFront;
  /** The till's rows, and the shop front's. */
  readonly till: Staging;
  readonly front: Staging;
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly problems: Problems;
  readonly settings: Settings;
  /** The moment of this reckoning. */
  readonly at: Instant;
}

/** What is kept of one shop front's stock, in our own database. */
export function createStockMemory(database: WritableDatabase, destination: DestinationId): StockMemory {
  return {
    aliases: createAliases(database, destination),
    ordered: createOrderedStock(database, destination),
    articles: createWebArticles(database, destination),
    sightings: createSightings(database, destination),
    drifts: createDrifts(database, destination),
  };
}
