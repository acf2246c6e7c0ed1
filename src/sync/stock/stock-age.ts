import type { QueuedEntry } from '../../delivery/queue.ts';
import type { Instant } from '../../model/ids.ts';
import type { WebArticle } from './web-articles.ts';

/** Why the website's figure of an article is older than the last reading of the till. */
export type Lateness = 'to-mend' | 'refused' | 'waiting' | 'second-look' | 'not-known';

/** How old the website's figure of an article is known to be, at most. */
export interface FigureAge {
  /** The website's figure is the till's of this moment, or of a later one; null where it never was, as far as we know. */
  readonly asOf: Instant | null;
  /** Why it is not the till's of the last reading; null where it is. */
  readonly late: Lateness | null;
}

/** What an article's age hangs on. */
export interface AgeFacts {
  readonly article: Pick<WebArticle, 'standing' | 'supply' | 'offSince' | 'settledAt'>;
  /** What the website was given, as far as we know. */
  readonly held: number | undefined;
  /** What is on its way to it. */
  readonly entry: Pick<QueuedEntry, 'seenAs'> | undefined;
  /** When the till was last read whole. */
  readonly tillReadAt: Instant | null;
}

/**
 * How old the website's figure is: as old as the last reading of the till where the website took what that came to, else as
 * old as the last one with which it agreed.
 */
export function figureAge({ article, held, entry, tillReadAt }: AgeFacts): FigureAge {
  const { standing, supply, offSince, settledAt } = article;
  if (standing !== 'reckoned' || supply === null) return { asOf: null, late: 'to-mend' };
  if (held === undefined) return { asOf: null, late: 'not-known' };
  if (held === supply && !entry) return { asOf: tillReadAt, late: null };
  if (entry?.seenAs === 'parked') return { asOf: offSince, late: 'refused' };
  if (supply > held && settledAt === null) return { asOf: offSince, late: 'second-look' };
  return { asOf: offSince, late: 'waiting' };
}

const words: Readonly<Record<Lateness, string>> = {
  'to-mend': 'something is to be mended first',
  refused: 'the website refused it',
  waiting: 'the change waits to be sent',
  'second-look': 'more is put on sale only after a second reading of the website',
  'not-known': 'the website’s own figure was not read yet',
};

/** The reason as the end of a sentence: "3 articles older, because …". */
export function latenessWords(late: Lateness): string {
  return words[late];
}

/** How old the website's figures are, over all articles whose stock is the till's to say. */
export interface StockAge {
  /** Articles whose figure is the till's of the last reading, and when that was; null before the first. */
  readonly fresh: number;
  readonly asOf: Instant | null;
  /** The others, by why. */
  readonly older: readonly { readonly why: Lateness; readonly articles: number; readonly since: Instant | null }[];
}

/** The ages of many figures as one answer. Articles that the till has no say in are left out. */
export function sumUpAges(ages: readonly FigureAge[], tillReadAt: Instant | null): StockAge {
  const late = Map.groupBy(
    ages.filter((age) => age.late !== null && age.late !== 'to-mend'),
    ({ late: why }) => why,
  );
  const older = [...late].flatMap(([why, those]) => {
    if (why === null) return [];
    const since = those.map(({ asOf }) => asOf).reduce(earlier, null);
    return [{ why, articles: those.length, since }];
  });
  return { fresh: ages.filter(({ late: why }) => why === null).length, asOf: tillReadAt, older };
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
