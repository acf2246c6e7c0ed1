import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { genieaiRules } from '../../src/connectors/genieai/rules.ts';
import { createBulkWriter } from '../../src/database/bulk-writer.ts';
import { openDatabase } from '../../src/database/open.ts';
import { openReadOnly } from '../../src/database/read-only.ts';
import type { DestinationId } from '../../src/model/ids.ts';
import type { ReadKind, Row, RowKind } from '../../src/model/record.ts';
import type { RulePack } from '../../src/model/rule-pack.ts';
import { profile } from '../../src/pos/profile.ts';
import { createSqliteTill } from '../../src/pos/sqlite/create-sqlite-till.ts';
import { sampleShopProfile } from '../../src/sandbox/shop/profile.ts';
import { createSampleShop } from '../../src/sandbox/shop/shop.ts';
import { writeShop } from '../../src/sandbox/shop/write-shop.ts';
import { createClaims } from '../../src/validation/claims.ts';
import { createRecordReader } from '../../src/validation/read/record-reader.ts';
import { createSaleReader, type ChildRow } from '../../src/validation/read/sale-reader.ts';
import type { Reading } from '../../src/validation/reading.ts';
import { createJudge, type Finding } from '../../src/validation/verdict.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { context, shop } from './shop.ts';

const sample = createSampleShop({ size: 3000 });

interface Table {
  readonly fields: readonly string[];
  readonly rows: ReadonlyMap<string, Row>;
  readonly repeats: readonly string[];
}

/** Everything that the till holds, kind by kind, by key. */
async function readTill(): Promise<Record<RowKind, Table>> {
  const file = join(temporaryFolder(), 'till.db');
  const writer = createBulkWriter(file);
  writeShop(sample, 'sqlite', writer);
  writer.finish();
  const till = createSqliteTill({
    settings: { file },
    profile: profile.parse(sampleShopProfile),
    home: '/',
    open: openReadOnly,
  });
  return till.pull(async (snapshot) => {
    const table = async (kind: RowKind): Promise<Table> => {
      const fields = ((await snapshot.fields(kind)) ?? []).map(({ field }) => field);
      const rows = new Map<string, Row>();
      const repeats: string[] = [];
      for await (const batch of snapshot.read(kind)) {
        for (const row of batch) {
          const key = row[fields.indexOf('key')] ?? '';
          if (rows.has(key)) repeats.push(key);
          else rows.set(key, row);
        }
      }
      return { fields, rows, repeats };
    };
    const [customer, product, sale] = [await table('customer'), await table('product'), await table('sale')];
    return { customer, product, sale, saleLine: await table('saleLine'), payment: await table('payment') };
  }, new AbortController().signal);
}

function childrenOf({ fields, rows }: Table): ReadonlyMap<string, ChildRow[]> {
  const index = fields.indexOf('saleKey');
  const children = new Map<string, ChildRow[]>();
  for (const [key, cells] of rows) {
    const parent = cells[index] ?? '';
    children.set(parent, [...(children.get(parent) ?? []), { key, cells }]);
  }
  return children;
}

function readingsOf(tables: Record<RowKind, Table>): { readonly [K in ReadKind]: ReadonlyMap<string, Reading<K>> } {
  const { customer, product, sale, saleLine, payment } = tables;
  const cleaning = { capitals: false };
  const readCustomer = createRecordReader({ kind: 'customer', fields: customer.fields, shop, cleaning });
  const readProduct = createRecordReader({ kind: 'product', fields: product.fields, shop, cleaning });
  const readSale = createSaleReader({ sale: sale.fields, saleLine: saleLine.fields, payment: payment.fields, shop });
  const [lines, payments] = [childrenOf(saleLine), childrenOf(payment)];
  return {
    customer: new Map([...customer.rows].map(([key, cells]) => [key, readCustomer(key, cells)])),
    product: new Map([...product.rows].map(([key, cells]) => [key, readProduct(key, cells)])),
    sale: new Map(
      [...sale.rows].map(([key, cells]) => [
        key,
        readSale(key, cells, { lines: lines.get(key) ?? [], payments: payments.get(key) ?? [] }),
      ]),
    ),
  };
}

/** What checks find, as a run would do it: everybody alone, then those whose values others claim too. */
function findingsOf<K extends ReadKind>(
  pack: RulePack<K>,
  readings: ReadonlyMap<string, Reading<K>>,
  isThere: (key: string) => boolean,
) {
  const database = openDatabase(join(temporaryFolder(), `${pack.kind}.db`));
  onTestFinished(() => void database.close());
  const destination = 'genieai' as DestinationId;
  const claims = createClaims({ database, destination, pack, heldBy: () => undefined });
  const judge = createJudge({ pack, shop, isTaken: claims.isTaken });
  const unknownReference = (reading: Reading<K>) => {
    const other = pack.reference?.key(reading.record) ?? null;
    return other !== null && !isThere(other);
  };
  const found = new Map<string, readonly Finding[]>();
  const judgeAlone = database.transaction(() => {
    for (const [key, reading] of readings) {
      const { send, findings } = judge(reading, context, { unknownReference: unknownReference(reading) });
      claims.lay(key, send);
      found.set(key, findings);
    }
  });
  judgeAlone();
  for (const [key, reading] of readings) {
    const contested = claims.contestsOf(key);
    if (contested.length > 0)
      found.set(key, judge(reading, context, { contested, unknownReference: unknownReference(reading) }).findings);
  }
  return found;
}

describe('of the sample shop', () => {
  let tables: Record<RowKind, Table>;
  let readings: ReturnType<typeof readingsOf>;

  beforeEach(async () => {
    tables = await readTill();
    readings = readingsOf(tables);
  });

  it('exactly the planted faults are found, with the suggestions that belong to them', () => {
    const isThere = (key: string) => readings.customer.has(key);
    const found = {
      customer: findingsOf(genieaiRules.customer, readings.customer, isThere),
      product: findingsOf(genieaiRules.product, readings.product, isThere),
      sale: findingsOf(genieaiRules.sale, readings.sale, isThere),
    };
    const suggestions = new Map<string, string | undefined>();
    for (const kind of ['customer', 'product', 'sale'] as const) {
      for (const [key, findings] of found[kind]) {
        for (const { field, code, severity, suggestion } of findings) {
          suggestions.set(`${kind} ${key} ${field} ${code} ${severity}`, suggestion?.value);
        }
      }
      for (const key of tables[kind].repeats) suggestions.set(`${kind} ${key} key duplicate_key block`, undefined);
    }
    const planted = [...sample.faults()].map(
      ({ kind, key, field, code, severity }) => `${kind} ${key} ${field} ${code} ${severity}`,
    );
    const told = new Map(
      [...sample.faults()].flatMap(({ kind, key, field, code, severity, suggestion }) =>
        suggestion === undefined ? [] : [[`${kind} ${key} ${field} ${code} ${severity}`, suggestion] as const],
      ),
    );
    expect([...suggestions.keys()].toSorted()).toEqual([...new Set(planted)].toSorted());
    expect(Object.fromEntries([...told.keys()].map((fault) => [fault, suggestions.get(fault)]))).toEqual(
      Object.fromEntries(told),
    );
  });

  it('exactly the planted dirt is cleaned', () => {
    const cleaned = (['customer', 'product'] as const).flatMap((kind) =>
      [...readings[kind]].flatMap(([key, { cleanings }]) =>
        cleanings.map(({ field, before, after }) => `${kind} ${key} ${field}: ${before} → ${after}`),
      ),
    );
    const planted = [...sample.cleanings()].map(
      ({ kind, key, field, before, after }) => `${kind} ${key} ${field}: ${before} → ${after}`,
    );
    expect(cleaned.toSorted()).toEqual(planted.toSorted());
  });
});
