import type { FeedKind, RecordKind } from '../../model/record.ts';
import { oneOf } from '../../support/kind-words.ts';
import { createRecordReader } from '../../validation/read/record-reader.ts';
import type { Engine } from '../engine.ts';
import { titleOf } from '../title-of.ts';

/** What people call a record, as it was read last; undefined where nobody knows it by more than its key. */
export type NameOf = (kind: RecordKind | FeedKind, key: string) => string | undefined;

/** A longer one says no more to anybody. */
const longestName = 60;

/** The names of records of which guards speak: those of the till and of what was joined, and a shop front's articles. They are for the run's report, never for a log. */
export function createNameOf({ records, shopFront, settings }: Engine): NameOf {
  function atTill(kind: RecordKind | FeedKind, key: string): string | undefined {
    if (kind !== 'customer' && kind !== 'product' && kind !== 'sale') return undefined;
    const reading = records.one(kind, key);
    return reading && titleOf(kind, reading);
  }

  function atShopFront(key: string): string | undefined {
    const row = shopFront?.staging.row('product', key);
    if (!shopFront || !row?.cells) return undefined;
    const { fields } = shopFront.staging.feed('product');
    return createRecordReader({ kind: 'product', fields, ...settings })(key, row.cells).record.name ?? undefined;
  }

  return (kind, key) => {
    const isArticle = kind === 'product' || kind === 'stock' || kind === 'price';
    const name = atTill(kind, key) ?? (isArticle ? atShopFront(key) : undefined);
    const plain = name?.replaceAll(/[\s:;]+/gu, ' ').trim();
    return plain === undefined || plain === '' || plain === key ? undefined : plain.slice(0, longestName);
  };
}

/** `customer 10433, Ada Nowak`; without the name where there is none. */
export function recordWords(kind: RecordKind | FeedKind, key: string, nameOf: NameOf): string {
  const name = nameOf(kind, key);
  return name === undefined ? `${oneOf(kind)} ${key}` : `${oneOf(kind)} ${key}, ${name}`;
}

/** The same of one that is not there any more. */
export function goneWords(kind: RecordKind | FeedKind, key: string, nameOf: NameOf): string {
  const name = nameOf(kind, key);
  return name === undefined ? `${oneOf(kind)} ${key} is gone` : `${oneOf(kind)} ${key}, ${name}, is gone`;
}
