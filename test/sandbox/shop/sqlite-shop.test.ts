import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createBulkWriter } from '../../../src/database/bulk-writer.ts';
import { rowKinds } from '../../../src/model/record.ts';
import { fieldsOf, profile } from '../../../src/pos/profile.ts';
import { shopEdits } from '../../../src/sandbox/shop/edits.ts';
import { sampleShopProfile } from '../../../src/sandbox/shop/profile.ts';
import { createSampleShop, type SampleShop } from '../../../src/sandbox/shop/shop.ts';
import { writeShop } from '../../../src/sandbox/shop/write-shop.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function written(shop: SampleShop): Database.Database {
  const file = join(temporaryFolder(), 'shop.db');
  const writer = createBulkWriter(file);
  writeShop(shop, 'sqlite', writer);
  writer.finish();
  const database = new Database(file);
  database.pragma('foreign_keys = ON');
  onTestFinished(() => void database.close());
  return database;
}

function count(database: Database.Database, table: string): unknown {
  return database.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get();
}

test('a SQLite till has all rows of the shop, and they fit together', () => {
  const database = written(createSampleShop({ size: 900 }));
  expect(['CUST', 'STOCKITM', 'SALESHD'].map((table) => count(database, table))).toEqual([900, 600, 4500]);
  expect(database.pragma('foreign_key_check')).toEqual([]);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  const lines = Number(count(database, 'SALESLN'));
  expect(lines).toBeGreaterThan(4500);
  const counters = database.prepare("SELECT seq - 10000000 FROM sqlite_sequence WHERE name = 'SALESLN'").pluck().get();
  expect(counters).toBe(lines);
});

test('its text came through as it was written', () => {
  const shop = createSampleShop({ size: 900 });
  const names = written(shop).prepare('SELECT SNAME FROM CUST').pluck().all();
  expect(names).toContain("O'Brien");
  expect(names).toContain('O’Connor');
  expect(names).toEqual([...shop.customers()].map(({ values }) => values.lastName));
});

test('the profile is one that Tillbridge takes, and every SELECT of it yields our fields', () => {
  const database = written(createSampleShop({ size: 200 }));
  const parsed = profile.parse(sampleShopProfile);
  for (const kind of rowKinds) {
    const query = parsed[kind];
    const statement = database.prepare(query?.select ?? '');
    const fields = statement.columns().map(({ name }) => name);
    expect(fieldsOf[kind]).toEqual(expect.arrayContaining(fields));
    expect(statement.all().length).toBeGreaterThan(100);
  }
});

test('the edits of the next day mend, add, change and delete what they say', () => {
  const shop = createSampleShop({ size: 1000 });
  const database = written(shop);
  const before = new Map([...shop.customers()].map(({ values }) => [String(values.key), values]));
  const edits = shopEdits(shop, 'sqlite');
  expect(edits.map(({ kind, change }) => `${kind} ${change}`)).toEqual([
    'customer mended',
    'customer mended',
    'customer mended',
    'customer created',
    'product changed',
    'product deleted',
    'sale created',
  ]);
  const changes = edits.flatMap(({ statements }) => statements.map((each) => database.prepare(each).run().changes));
  expect(changes).toEqual(changes.map(() => 1));
  for (const { mends, key } of edits) {
    if (!mends) continue;
    const select = sampleShopProfile.customer.select;
    const row = database.prepare(`SELECT * FROM (${select}) WHERE "key" = ?`).get(key) as Record<string, unknown>;
    expect(row[mends.field]).toBe(mends.suggestion);
    expect(before.get(key)?.[mends.field as 'phone']).not.toBe(mends.suggestion);
  }
  expect(count(database, 'CUST')).toBe(1001);
  expect(database.pragma('foreign_key_check')).toEqual([]);
});

test('a writer that is abandoned leaves nothing in the file', () => {
  const file = join(temporaryFolder(), 'shop.db');
  const writer = createBulkWriter(file);
  writer.run('CREATE TABLE T (A)');
  writer.insert('T', ['A'], [[1]]);
  writer.abandon();
  const database = new Database(file);
  onTestFinished(() => void database.close());
  expect(count(database, 'sqlite_master')).toBe(0);
});
