import type { DoubleMatch } from '../../identity/articles.ts';
import type { QueuedEntry } from '../../delivery/queue.ts';
import type { Instant, TillKey } from '../../model/ids.ts';
import type { Product } from '../../model/product.ts';
import type { RecordKind } from '../../model/record.ts';
import type { Fault } from '../../model/rule-pack.ts';
import { createRuleBook } from '../../validation/rule-book.ts';
import type { Suggestion } from '../../validation/suggest/suggest.ts';
import type { Finding } from '../../validation/verdict.ts';
import { daysBefore } from '../runs.ts';
import type { KeyedOrders } from './keyed-orders.ts';
import type { MatchedVariant } from './match-variants.ts';
import { keyedWithinDays, notKeyed, ordersNotKeyed } from './not-keyed.ts';
import type { OrderedPieces } from './ordered-pieces.ts';
import { placeAtTill } from './place-at-till.ts';
import type { Reckoning } from './reckon-stock.ts';
import { stockRules } from './rules.ts';
import type { StockParts } from './stock-parts.ts';

/** What problems are told from. */
export interface ProblemFacts {
  readonly reckoned: readonly Reckoning[];
  readonly matched: readonly MatchedVariant[];
  /** What is on its way to the website, by variant: what it refused stays a problem while it is there. */
  readonly entries: ReadonlyMap<TillKey, QueuedEntry>;
}

/** Opens a problem for whatever staff should mend about a variant, and closes what is mended. Inside the caller's transaction. */
export function tellOfArticles(parts: StockParts, { reckoned, matched, entries }: ProblemFacts): void {
  const byVariant = new Map(matched.map((found) => [found.variant.key, found]));
  for (const each of reckoned) {
    const found = byVariant.get(each.variant);
    if (!found) continue;
    const own = findingsOf(parts, each, found);
    const refused = (entries.get(each.variant)?.faults ?? []).filter(({ code }) =>
      own.every((one) => one.code !== code),
    );
    const refusals = refused.map((fault) => atTill(parts, refusal(fault), articleOf(found)));
    const findings = [...own, ...refusals];
    tell(parts, { kind: 'stock', key: each.variant, name: each.name, findings });
  }
}

/** What staff should know of a variant by itself. */
function findingsOf(parts: StockParts, reckoned: Reckoning, found: MatchedVariant): readonly Finding[] {
  switch (found.is) {
    case 'unmatched':
      return [finding('unmatched_variant', reckoned.sku, suggestionOf(found.suggestions))];
    case 'doubled':
      return [doubled(parts, found.double)];
    case 'excluded':
      return [];
    case 'matched':
      if (reckoned.standing === 'uncounted') return [finding('stock_not_counted', null)];
      return reckoned.short > 0 ? [finding('oversold', String(reckoned.short))] : [];
  }
}

/** Where the till has the number twice, it is to be mended there. */
function doubled({ till }: StockParts, { articles, by, value }: DoubleMatch): Finding {
  if (articles.length <= 1) return finding('several_variants', value);
  const code = 'matched_twice';
  const origin = placeAtTill(till, { code, articles, field: by === 'alias' ? undefined : by });
  return { ...finding(code, value), ...(origin === undefined ? {} : { origin }) };
}

/** What is to be mended of one article of the till: its refused stock or price, as it stands there. */
export interface ArticleFigures {
  readonly key: TillKey;
  readonly value: string | null;
}

/** A finding with the till's field that is to be mended, and what stands there, where that is what is wrong. */
export function atTill(
  { till }: Pick<StockParts, 'till'>,
  found: Finding,
  article: ArticleFigures | undefined,
): Finding {
  const origin = article && placeAtTill(till, { code: found.code, articles: [article.key] });
  return article && origin !== undefined ? { ...found, origin, value: article.value } : found;
}

function articleOf(found: MatchedVariant): ArticleFigures | undefined {
  if (found.is !== 'matched') return undefined;
  const { key, stock } = found.article;
  return { key, value: stock == null ? null : String(stock) };
}

/** The number of the article whose name is closest. */
function suggestionOf([closest]: readonly Product[]): Suggestion | undefined {
  return closest && { value: closest.sku ?? closest.key, certain: false };
}

/** Opens a problem for each of these orders that should have been keyed into the till by now, and closes those that were. Inside the caller's transaction. */
export function tellOfOrders(parts: StockParts, orders: Iterable<OrderedPieces>, keyed: KeyedOrders): void {
  const { problems, destination, at, settings } = parts;
  const before = daysBefore(Date.parse(at), keyedWithinDays);
  const forgotten = settings.website.keyed ? ordersNotKeyed(orders, { ...keyed, before }) : new Map<TillKey, number>();
  for (const key of forgotten.keys()) tellOfOrder(parts, key, [finding(notKeyed, numberOf(parts, key))]);
  const told = (['open', 'dismissed'] as const).flatMap((state) =>
    problems.list({ destination, kind: 'sale', rule: notKeyed, state }),
  );
  for (const { key } of told) if (!forgotten.has(key)) tellOfOrder(parts, key, []);
}

function tellOfOrder(parts: StockParts, key: TillKey, findings: readonly Finding[]): void {
  tell(parts, { kind: 'sale', key, name: `Order ${numberOf(parts, key)}`, findings });
}

function numberOf({ front }: StockParts, order: TillKey): string {
  return front.row('sale', order)?.cells?.[front.feed('sale').fields.indexOf('orderNumber')] ?? order;
}

/** What the website refused of one record becomes a problem besides those that it has. Inside the courier's transaction. */
export function tellOfRefusal(
  parts: Pick<StockParts, 'problems' | 'destination' | 'at' | 'till'>,
  refused: {
    readonly kind: RecordKind;
    readonly key: TillKey;
    readonly name: string;
    readonly faults: readonly Fault[];
    readonly article: ArticleFigures | undefined;
  },
): void {
  const { kind, key, name, faults, article } = refused;
  const findings = faults.map((fault) => atTill(parts, refusal(fault), article));
  parts.problems.add({ ...about(parts, { kind, key, name }), findings });
}

/** One record, and all that is wrong with it. */
export interface Told {
  readonly kind: RecordKind;
  readonly key: TillKey;
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** Opens and closes problems of one record. Inside the caller's transaction. */
export function tell(parts: Pick<StockParts, 'problems' | 'destination' | 'at'>, told: Told): void {
  parts.problems.record({ ...about(parts, told), findings: told.findings });
}

const pack = { rules: stockRules };
const ruleOf = createRuleBook(pack);

function about(
  { destination, at }: { readonly destination: StockParts['destination']; readonly at: Instant },
  { kind, key, name }: Omit<Told, 'findings'>,
) {
  return { destination, kind, key, name: () => name, at, pack, origins: {} };
}

/** A fault that the website found, as staff see it. */
export function refusal({ field, code }: Fault): Finding {
  return { ...finding(code, null), field };
}

function finding(code: string, value: string | null, suggestion?: Suggestion): Finding {
  const { severity } = ruleOf({ field: '', code });
  return { field: '', code, severity, value, dependsOn: 'content', ...(suggestion ? { suggestion } : {}) };
}
