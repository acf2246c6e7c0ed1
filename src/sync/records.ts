import type { ReadKind, RowKind } from '../model/record.ts';
import type { Settings } from '../settings/settings.ts';
import type { StagedRow, Staging } from '../staging/staging.ts';
import { createRecordReader } from '../validation/read/record-reader.ts';
import { createSaleReader, type ChildRow } from '../validation/read/sale-reader.ts';
import type { Reading } from '../validation/reading.ts';

/** Reads staged rows as records, each with what belongs to it. */
export interface Records {
  /** Readings of one kind: compiled for the order in which its cells are staged now. */
  reader<K extends ReadKind>(kind: K): (row: StagedRow) => Reading<K>;
  /** The reading of one record, or undefined where the till does not have it. */
  one<K extends ReadKind>(kind: K, key: string): Reading<K> | undefined;
}

/** Records as the shop's settings understand the staged rows. */
export function createRecords(staging: Staging, { shop, cleaning }: Settings): Records {
  const children = (kind: RowKind, parent: string): ChildRow[] =>
    staging.children(kind, parent).flatMap(({ key, cells }) => (cells ? [{ key, cells }] : []));

  const readers: { [K in ReadKind]: () => (row: StagedRow) => Reading<K> } = {
    customer: () => {
      const read = createRecordReader({ kind: 'customer', fields: staging.feed('customer').fields, shop, cleaning });
      return ({ key, cells }) => read(key, cells ?? []);
    },
    product: () => {
      const read = createRecordReader({ kind: 'product', fields: staging.feed('product').fields, shop, cleaning });
      return ({ key, cells }) => read(key, cells ?? []);
    },
    sale: () => {
      const payment = staging.feed('payment').fields;
      const read = createSaleReader({
        sale: staging.feed('sale').fields,
        saleLine: staging.feed('saleLine').fields,
        payment: payment.length > 0 ? payment : undefined,
        shop,
      });
      return ({ key, cells }) =>
        read(key, cells ?? [], {
          lines: children('saleLine', key),
          ...(payment.length > 0 ? { payments: children('payment', key) } : {}),
        });
    },
  };

  return {
    reader: (kind) => readers[kind](),
    one(kind, key) {
      const row = staging.row(kind, key);
      return row?.cells ? readers[kind]()(row) : undefined;
    },
  };
}
