import type { StockAge } from '../sync/stock/stock-age.ts';
import { latenessWords } from '../sync/stock/stock-age.ts';
import type { StockLine } from '../sync/stock/stock-view.ts';
import type { Words } from '../support/words.ts';
import { legible } from './legible.ts';
import type { Column } from './table.ts';

/** How old the website's stock is known to be: "at most 4 minutes old; 3 articles older, because …". */
export function stockAgeWords({ fresh, asOf, older }: StockAge, words: Words, now: number): string {
  const parts = [
    ...(fresh > 0 && asOf !== null ? [`${words.count(fresh, 'article')} at most ${oldWords(asOf, words, now)}`] : []),
    ...older.map(({ why, articles }) => `${words.count(articles, 'article')} older, because ${latenessWords(why)}`),
  ];
  return parts.length === 0 ? 'nothing is known of it yet' : parts.join('; ');
}

/** How old what was true at a moment is: `4 minutes old`, `less than a minute old`. */
function oldWords(asOf: string, words: Words, now: number): string {
  const minutes = Math.floor((now - Date.parse(asOf)) / 60_000);
  if (minutes < 1) return 'a minute old';
  if (minutes < 120) return `${words.count(minutes + 1, 'minute')} old`;
  return `as of ${words.moment(asOf)}`;
}

/** The columns of `tillbridge stock`. */
export const stockColumns: readonly Column[] = [
  { heading: 'Number', elastic: true },
  { heading: 'Article', elastic: true },
  { heading: 'Till', align: 'right' },
  { heading: 'Ordered', align: 'right' },
  { heading: 'Kept', align: 'right' },
  { heading: 'Website', align: 'right' },
  { heading: 'As of' },
  { heading: 'Why', wraps: true },
];

/** An article of the website as a row of the table. */
export function stockCells(line: StockLine, words: Words, now: number): readonly string[] {
  const figure = (pieces: number | null): string => (pieces === null ? '–' : words.number(pieces));
  return [
    legible(line.sku ?? line.variant),
    legible(line.name),
    figure(line.till),
    line.ordered === 0 ? '' : figure(line.ordered),
    line.kept === 0 ? '' : figure(line.kept),
    figure(line.shown),
    line.asOf === null ? '' : words.ago(line.asOf, now),
    legible(line.because ?? ''),
  ];
}
