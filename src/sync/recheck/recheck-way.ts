import type { TillKey } from '../../model/ids.ts';
import { isReadKind, type ReadKind } from '../../model/record.ts';
import { joinedSource } from '../../staging/overlay.ts';
import type { Problem } from '../../validation/problem.ts';
import type { Engine } from '../engine.ts';
import { contentOf } from '../join/pair-row.ts';
import { sourcesOfPerson } from '../join/person-row.ts';

/**
 * How a problem is looked at again by itself. `record`: its rows at the till, by their keys. `order`: the same, and then
 * which order it may be. `article`: the till's articles that a variant of the website may be. `nothing`: there is nothing
 * of ours to read; `because` says so to staff, and when it leaves the list.
 */
export type RecheckWay =
  | { readonly by: 'record' | 'order'; readonly kind: ReadKind; readonly keys: readonly TillKey[] }
  | { readonly by: 'article'; readonly kind: 'stock' | 'price' }
  | { readonly by: 'nothing'; readonly because: string };

/** What is mended where we read nothing by itself. */
const elsewhere: Readonly<Record<string, string>> = {
  not_keyed: 'A sale that is new in the till is found by the next run: then it leaves this list.',
  counted_twice: 'Whether it was removed there cannot be read from here. Dismiss this once it is done.',
  cancelled_but_kept: 'Whether it was removed there cannot be read from here. Dismiss this once it is done.',
};

/** Articles that are mended at the website alone. */
const ofTheWebsite: ReadonlySet<string> = new Set(['several_variants', 'stock_not_counted', 'variant_gone']);

/** What becomes of a problem whose destination was taken out of the settings. */
const nothingSent = 'Nothing is sent there any more: it leaves this list with the next run.';

const atTheWebsite =
  'It is mended at the website, which is read as a whole: it leaves this list with the next run after that.';

/** Says how a problem can be looked at again, or why it cannot. Reads only what is kept here. */
export function recheckWay(engine: Engine, { destination, kind, key, code }: Problem): RecheckWay {
  if (engine.destinations.every(({ id }) => id !== destination)) return { by: 'nothing', because: nothingSent };
  const because = elsewhere[code];
  if (because !== undefined) return { by: 'nothing', because };
  if (kind === 'stock' || kind === 'price') {
    return ofTheWebsite.has(code) ? { by: 'nothing', because: atTheWebsite } : { by: 'article', kind };
  }
  const keys = isReadKind(kind) ? keysAtTheTill(engine, { kind, key }) : [];
  if (!isReadKind(kind) || keys.length === 0) return { by: 'nothing', because: atTheWebsite };
  const isOrder = code === 'maybe_web_order' || code === 'keyed_otherwise';
  return { by: isOrder ? 'order' : 'record', kind, keys };
}

/** Under which keys the till has what a record is made of; none where it is all from the website. */
function keysAtTheTill(
  { joining, view }: Engine,
  { kind, key }: { readonly kind: ReadKind; readonly key: TillKey },
): readonly TillKey[] {
  const row = joining && kind !== 'product' ? view.row(kind, key) : undefined;
  if (!joining || !row?.cells) return [key];
  const [till] = joining.sources;
  if (kind === 'customer' && row.source === joinedSource) {
    return sourcesOfPerson(row.cells).members.flatMap(([id, , member]) => (id === till?.id ? [member as TillKey] : []));
  }
  const pair = kind === 'sale' ? (joining.pairs.ofOrder(key) ?? joining.pairs.ofSale(key)) : undefined;
  if (pair) return [pair.sale];
  return contentOf(row, joining.sources).source === till?.id ? [key] : [];
}
