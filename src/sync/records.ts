import type { FeedKind, ReadKind } from '../model/record.ts';
import type { Sale } from '../model/sale.ts';
import type { Settings } from '../settings/settings.ts';
import { joinedSource } from '../staging/overlay.ts';
import type { StagedRow, Staging } from '../staging/staging.ts';
import type { View } from '../staging/view.ts';
import { createRecordReader } from '../validation/read/record-reader.ts';
import { createSaleReader, type ChildRow } from '../validation/read/sale-reader.ts';
import type { Reading } from '../validation/reading.ts';
import type { Joining } from './join/joining.ts';
import { contentOf } from './join/pair-row.ts';
import { createPersonReader } from './join/person-reader.ts';

/** Reads staged rows as records, each with what belongs to it. */
export interface Records {
  /** Readings of one kind: compiled for the order in which its cells are staged now. */
  reader<K extends ReadKind>(kind: K): (row: StagedRow) => Reading<K>;
  /** The reading of one record, or undefined where nobody has it. */
  one<K extends ReadKind>(kind: K, key: string): Reading<K> | undefined;
}

/** What records are read from. */
export interface RecordsParts {
  readonly till: Staging;
  readonly view: View;
  /** Where there are several sources. */
  readonly joining: Joining | undefined;
  readonly settings: Pick<Settings, 'shop' | 'cleaning'>;
}

type RowReader<K extends ReadKind> = (row: StagedRow) => Reading<K>;

/** Records as the shop's settings understand the staged rows. */
export function createRecords({ till, view, joining, settings }: RecordsParts): Records {
  const readers: { [K in ReadKind]: () => RowReader<K> } = {
    customer: () => {
      const read = customerReader(till, 'customer', settings);
      if (!joining) return read;
      const readPerson = createPersonReader(settings);
      return (row) => (row.source === joinedSource ? readPerson(row.key, row.cells ?? []) : read(row));
    },
    product: () => {
      const read = createRecordReader({ kind: 'product', fields: till.feed('product').fields, ...settings });
      return ({ key, cells }) => read(key, cells ?? []);
    },
    sale: () => (joining ? joinedSaleReader(joining, settings) : saleReader(till, 'pos', settings)),
  };

  return {
    reader: (kind) => readers[kind](),
    one(kind, key) {
      const row = view.row(kind, key);
      return row?.cells ? readers[kind]()(row) : undefined;
    },
  };
}

/** Customers as one source has them. */
export function customerReader(
  staging: Staging,
  kind: Extract<FeedKind, 'customer' | 'buyer'>,
  settings: RecordsParts['settings'],
): RowReader<'customer'> {
  const read = createRecordReader({ kind: 'customer', fields: staging.feed(kind).fields, ...settings });
  return ({ key, cells }) => read(key, cells ?? []);
}

/** Sales as one source has them, under the row’s own key or another one. */
export function saleReader(staging: Staging, channel: Sale['channel'], { shop }: RecordsParts['settings']) {
  const children = (kind: 'saleLine' | 'payment', parent: string): ChildRow[] =>
    staging.children(kind, parent).flatMap(({ key, cells }) => (cells ? [{ key, cells }] : []));
  const payment = staging.feed('payment').fields;
  const read = createSaleReader({
    sale: staging.feed('sale').fields,
    saleLine: staging.feed('saleLine').fields,
    payment: payment.length > 0 ? payment : undefined,
    channel,
    shop,
  });
  return ({ key, cells }: StagedRow, as: string = key): Reading<'sale'> =>
    read(as, cells ?? [], {
      lines: children('saleLine', key),
      ...(payment.length > 0 ? { payments: children('payment', key) } : {}),
    });
}

/** Sales of all sources; each names the person, under whichever key the source knows them. */
function joinedSaleReader({ overlay, sources }: Joining, settings: RecordsParts['settings']): RowReader<'sale'> {
  const readers = new Map(sources.map(({ id, staging, channel }) => [id, saleReader(staging, channel, settings)]));

  function ofPerson(reading: Reading<'sale'>): Reading<'sale'> {
    const { customerKey } = reading.record;
    const person = customerKey == null ? customerKey : overlay.shownAs('customer', customerKey);
    if (person === customerKey) return reading;
    return {
      ...reading,
      record: { ...reading.record, customerKey: person as Sale['customerKey'] },
      with: (field, text) => ofPerson(reading.with(field, text)),
    };
  }

  return (row) => {
    const told = contentOf(row, sources);
    const read = readers.get(told.source) ?? readers.values().next().value;
    if (!read) throw new TypeError('there is no source of sales');
    return ofPerson(read(told, row.key));
  };
}
