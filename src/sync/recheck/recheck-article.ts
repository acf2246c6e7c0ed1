import { instantOf, type TillKey } from '../../model/ids.ts';
import type { Snapshot } from '../../pos/contract.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { Problem } from '../../validation/problem.ts';
import type { Engine } from '../engine.ts';
import { planStock } from '../stock/plan-stock.ts';
import { readArticles, readVariants } from '../stock/read-articles.ts';
import { stockPartsOf } from '../stock/stock-engine.ts';
import { readAgain } from './read-again.ts';

/** What of the till's articles may be meant by a variant of the website. */
interface Meant {
  /** Those that were meant when the till was last read. */
  readonly keys: ReadonlySet<TillKey>;
  readonly numbers: ReadonlySet<string>;
}

/** Problems that another article of the till may end: every article has to be looked at. */
const byNumber: ReadonlySet<string> = new Set(['unmatched_variant', 'matched_twice']);

/**
 * Reads again the till's articles that a variant of the website is, or may be, and reckons its stock and price anew; nothing
 * is sent. False where the till has none of those any more that it had. Throws a `TillbridgeError`.
 */
export async function recheckArticle(engine: Engine, problem: Problem, signal: AbortSignal): Promise<boolean> {
  const meant = meantBy(engine, problem.key);
  const till = await engine.till();
  const isThere = await till.pull(
    (snapshot) =>
      byNumber.has(problem.code) ? readEvery(engine, snapshot, meant) : readThose(engine, snapshot, meant.keys),
    signal,
  );
  await planStock(engine, { signal });
  return isThere;
}

function meantBy(engine: Engine, variant: TillKey): Meant {
  const parts = stockPartsOf(engine);
  if (!parts) throw new TillbridgeError('settings', 'looking for the website: the settings name none', { hint: '' });
  const record = readVariants(parts).find(({ key }) => key === variant)?.record;
  const numbers = new Set([record?.sku, record?.barcode].flatMap((number) => folded(number) ?? []));
  const said = parts.aliases
    .all()
    .filter(({ variant: name }) => name === variant || folded(name) === folded(record?.sku));
  const keys = new Set(said.map(({ article }) => article));
  for (const { key, sku, barcode } of readArticles(parts).values()) {
    if ([sku, barcode].some((number) => numbers.has(folded(number) ?? ''))) keys.add(key);
  }
  return { keys, numbers };
}

async function readThose(engine: Engine, snapshot: Snapshot, keys: ReadonlySet<TillKey>): Promise<boolean> {
  const found: boolean[] = [];
  for (const key of keys) found.push(await readAgain(engine, snapshot, { kind: 'product', key }));
  return found.length === 0 || found.includes(true);
}

/** Goes through all articles, for one that has got the number since; keeps those that it concerns. */
async function readEvery(engine: Engine, snapshot: Snapshot, { keys, numbers }: Meant): Promise<boolean> {
  const { staging } = engine;
  const { fields } = staging.feed('product');
  const at = instantOf(engine.clock());
  const places = ['sku', 'barcode'].map((field) => fields.indexOf(field));
  const missing = new Set<string>(keys);
  for await (const rows of snapshot.read('product')) {
    for (const cells of rows) {
      const key = staging.keyOf('product', cells);
      const hasNumber = places.some((place) => numbers.has(folded(cells[place]) ?? ''));
      if (missing.delete(key) || hasNumber) staging.put('product', { key, parent: null, cells, at });
    }
  }
  for (const key of missing) staging.put('product', { key, parent: null, cells: null, at });
  return true;
}

function folded(number: string | null | undefined): string | undefined {
  const trimmed = number?.trim().toLowerCase();
  return trimmed === '' ? undefined : trimmed;
}
