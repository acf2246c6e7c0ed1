import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { WritableDatabase } from '../../src/database/open.ts';
import { migration } from '../../src/database/migrations/0004-outbox-and-ledger.ts';
import { migration as heldFacts } from '../../src/database/migrations/0008-entries-know-what-the-destination-held.ts';
import { migration as depending } from '../../src/database/migrations/0014-entries-that-depend-on-others-are-counted-apart.ts';
import { createDestinations } from '../../src/delivery/destinations.ts';
import { createLedger } from '../../src/delivery/ledger.ts';
import type { Offer } from '../../src/delivery/offering.ts';
import { createOutbox } from '../../src/delivery/outbox.ts';
import type { Customer } from '../../src/model/customer.ts';
import type { DestinationId, Instant, TillKey } from '../../src/model/ids.ts';
import type { Sale } from '../../src/model/sale.ts';
import type { StockLevel } from '../../src/model/stock-level.ts';

/** The destination of these tests. */
export const destination = 'crm' as DestinationId;

/** When these tests begin. */
export const start = Date.UTC(2026, 10, 21, 9);
export const at = new Date(start).toISOString() as Instant;

/** A folder of its own for one test. */
export function scratch(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillbridge-delivery-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a database file with the tables of delivery alone. */
export function open(file: string): WritableDatabase {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = OFF');
  if (Number(database.pragma('user_version', { simple: true })) === 0) {
    migration.up(database);
    heldFacts.up(database);
    depending.up(database);
    database.pragma('user_version = 14');
  }
  return database;
}

/** Everything that delivery keeps, on one database. */
export function deliveryOn(database: WritableDatabase) {
  const ledger = createLedger(database);
  const destinations = createDestinations(database);
  return { database, ledger, destinations, outbox: createOutbox(database, { ledger, destinations }) };
}

/** A new delivery in a file of its own. */
export function freshDelivery() {
  const delivery = deliveryOn(open(path.join(scratch(), 'tillbridge.db')));
  onTestFinished(() => {
    delivery.database.close();
  });
  return delivery;
}

/** A customer, as far as these tests need one. */
function customer(key: string, fields: Partial<Customer> = {}): Customer {
  return { key: key as TillKey, lastName: `Name ${key}`, email: `c${key}@example.com`, ...fields };
}

/** An offer of a customer; its hash is its content. */
export function customerOffer(key: string, fields: Partial<Customer> = {}): Offer {
  const record = customer(key, fields);
  const uniques = record.email ? { email: record.email } : null;
  return {
    destination,
    kind: 'customer',
    key: record.key,
    operation: 'upsert',
    record,
    hash: JSON.stringify(record),
    uniques,
    at,
  };
}

/** An offer that puts a customer away. */
export function archiveOffer(key: string): Offer {
  return { destination, kind: 'customer', key: key as TillKey, operation: 'archive', record: null, hash: 'gone', at };
}

/** An offer that makes a customer one with another. */
export function mergeOffer(key: string, into: string): Offer {
  const record = { key: key as TillKey, into: into as TillKey };
  return { destination, kind: 'customer', ...record, operation: 'merge', record: null, hash: 'merged', at };
}

/** An offer of an article's stock, as a website is given it. */
export function stockOffer(key: string, supply: number, operation: 'lower' | 'upsert' = 'upsert'): Offer {
  const record: StockLevel = { key: key as TillKey, article: `A-${key}` as TillKey, name: 'Silver chain', supply };
  const hash = JSON.stringify(record);
  return { destination, kind: 'stock', key: record.key, operation, record, hash, watched: { supply }, at };
}

/** An offer of a sale to a customer. */
export function saleOffer(key: string, customerKey: string | null): Offer {
  const record: Sale = {
    key: key as TillKey,
    customerKey: customerKey as TillKey | null,
    soldAt: at,
    channel: 'pos',
    currency: 'GBP' as Sale['currency'],
    lines: [{ sku: null, description: 'Silver chain', quantity: 1, unitPrice: 8900, lineTotal: 8900 }],
    total: 8900,
  };
  const dependsOn = customerKey === null ? null : ({ kind: 'customer', key: customerKey as TillKey } as const);
  return {
    destination,
    kind: 'sale',
    key: record.key,
    operation: 'upsert',
    record,
    hash: JSON.stringify(record),
    dependsOn,
    at,
  };
}
