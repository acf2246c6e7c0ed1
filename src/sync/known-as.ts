import { isReadKind, type FeedKind, type RecordKind } from '../model/record.ts';
import { oneOf } from '../support/kind-words.ts';
import { createRecordReader } from '../validation/read/record-reader.ts';
import type { Engine } from './engine.ts';
import { titleOf } from './title-of.ts';

/** What people call a record, as it was read last. */
export interface Known {
  /** `customer 10433`; `article R-118` for a variant of the website, whose own key says nothing to anybody. */
  readonly what: string;
  /** `Ada Nowak`; undefined where nobody knows more than `what`. */
  readonly name?: string | undefined;
}

/** Says what people call a record. */
export type KnownAs = (kind: RecordKind | FeedKind, key: string) => Known;

/** A longer one says no more to anybody. */
const longestName = 60;

/** What people call the records of which guards and the queue speak: those of the till and of what was joined, and a shop front's articles. It is for people's eyes, never for a log. */
export function createKnownAs({ records, shopFront, settings }: Engine): KnownAs {
  function atTill(kind: RecordKind | FeedKind, key: string): string | undefined {
    if (!isReadKind(kind)) return undefined;
    const reading = records.one(kind, key);
    return reading && titleOf(kind, reading);
  }

  function atShopFront(kind: RecordKind | FeedKind, key: string): Known | undefined {
    if (kind !== 'product' && kind !== 'stock' && kind !== 'price') return undefined;
    const row = shopFront?.staging.row('product', key);
    if (!shopFront || !row?.cells) return undefined;
    const { fields } = shopFront.staging.feed('product');
    const { sku, name } = createRecordReader({ kind: 'product', fields, ...settings })(key, row.cells).record;
    return { what: `${oneOf('product')} ${plain(sku ?? key)}`, name: name ?? undefined };
  }

  return (kind, key) => {
    const name = atTill(kind, key);
    const known = name === undefined ? atShopFront(kind, key) : undefined;
    const { what, name: full = '' } = known ?? { what: `${oneOf(kind)} ${key}`, name };
    const short = shortened(plain(full));
    return short === '' || short === key ? { what } : { what, name: short };
  };
}

/** `customer 10433, Ada Nowak`. */
export function recordWords({ what, name }: Known): string {
  return name === undefined ? what : `${what}, ${name}`;
}

/** The same as that of which a sentence goes on to speak: `customer 10433, Ada Nowak,`. */
export function subjectWords({ what, name }: Known): string {
  return name === undefined ? what : `${what}, ${name},`;
}

/** The same of one that is not there any more. */
export function goneWords(known: Known): string {
  return `${subjectWords(known)} is gone`;
}

function shortened(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName).trimEnd()}…`;
}

/** Without the marks that sentences are made of. */
function plain(text: string): string {
  return text.replaceAll(/[\s:;]+/gu, ' ').trim();
}
