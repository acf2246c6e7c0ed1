import type { ReadCount, RunReport } from '../sync/agent-contract.ts';
import type { Words } from '../support/words.ts';
import { guardLines } from './guard-lines.ts';
import { manyOf, oneOf } from '../support/kind-words.ts';
import { legible } from './legible.ts';
import { displayLines, type DisplayLine } from './progress-lines.ts';
import type { ReadTimes } from './progress.ts';
import { websiteCounts } from './website-words.ts';
import type { Screen } from './screen.ts';

const recordKinds = ['customer', 'product', 'sale'] as const;

/** What the lines about a run are written with. */
export interface RunWording {
  readonly screen: Screen;
  readonly words: Words;
  /** Destinations as people call them, by id. */
  readonly labels: Readonly<Record<string, string>>;
}

/** How much one destination took in a run, and what is left on the way. */
interface Delivered {
  readonly created: number;
  readonly updated: number;
  readonly archived: number;
  readonly refused: number;
  readonly waiting: number;
  readonly parked: number;
}

const nothing: Delivered = { created: 0, updated: 0, archived: 0, refused: 0, waiting: 0, parked: 0 };

function deliveredTo(report: RunReport): readonly (readonly [id: string, total: Delivered])[] {
  return Object.entries(report.delivered).map(([id, kinds]) => [
    id,
    Object.values(kinds).reduce<Delivered>(
      (total, kind) => ({
        created: total.created + kind.created,
        updated: total.updated + kind.updated,
        archived: total.archived + kind.archived,
        refused: total.refused + kind.refused,
        waiting: total.waiting + kind.waiting,
        parked: total.parked + kind.parked,
      }),
      nothing,
    ),
  ]);
}

/** How many records all destinations together took in a run. */
export function sentIn(report: RunReport): number {
  return deliveredTo(report).reduce((sum, [, { created, updated, archived }]) => sum + created + updated + archived, 0);
}

function deliveredWords(total: Delivered, { run }: RunReport, words: Words): string {
  const parts = [
    [total.created, 'new'],
    [total.updated, 'changed'],
    [total.archived, 'put away'],
    // After a whole run nothing waits but what depends on something withheld.
    [
      total.waiting,
      run.outcome === 'completed' && run.keptBack === undefined ? 'held until their customer is mended' : 'waiting',
    ],
    [total.refused, 'refused'],
    [total.parked, 'parked'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${words.number(count)} ${what}`);
  return told.length > 0 ? told.join(' · ') : 'nothing to send';
}

// Good for every destination that it goes to: what the strictest of them takes.
function goodIn(report: RunReport): number {
  const perDestination = Object.values(report.account).map((kinds) =>
    Object.values(kinds).reduce((sum, { rows, problem }) => sum + rows - problem, 0),
  );
  return Math.min(...perDestination);
}

/** What a website gave. Of orders those that are new or changed, for the others are not asked for again. */
function websiteWords(
  kinds: Readonly<Partial<Record<string, ReadCount>>>,
  readFor: number,
  words: Words,
): readonly string[] {
  const { sale, ...others } = kinds;
  if (Object.keys(kinds).length === 0) return ['not read'];
  const rows = Object.fromEntries(Object.entries(others).map(([kind, count]) => [kind, count?.rows] as const));
  const orders = (sale?.new ?? 0) + (sale?.changed ?? 0);
  return [
    ...websiteCounts({ ...rows, sale: orders }, words),
    ...(orders === 0 ? ['no new orders'] : []),
    `read in ${words.span(readFor)}`,
  ];
}

/** The display of a run as it ended: what was read, how long that took, what was found, what each destination took. */
export function finishedLines(report: RunReport, readFor: ReadTimes, { words, labels }: RunWording): readonly string[] {
  const read = recordKinds.filter((kind) => report.read[kind].rows > 0);
  return displayLines([
    [
      'Till',
      ...read.map((kind) => words.count(report.read[kind].rows, oneOf(kind), manyOf(kind))),
      // Whatever was read took some time.
      read.length === 0 && readFor.till === 0 ? 'not read' : `read in ${words.span(readFor.till)}`,
    ],
    ...Object.entries(report.shopFronts).map(([id, kinds]): DisplayLine => [
      'Website',
      labels[id] ?? id,
      ...websiteWords(kinds, readFor.website, words),
    ]),
    ['Checked', `${words.number(goodIn(report))} good`, `${words.number(report.problems.open)} to mend`],
    ...deliveredTo(report).map(([id, total]): DisplayLine => [labels[id] ?? id, deliveredWords(total, report, words)]),
  ]);
}

/** What stopped a run, and what to do; nothing where it completed. */
export function stoppedLines({ run }: RunReport, screen: Screen): readonly string[] {
  if (run.guard) return guardLines(run.guard, screen);
  if (run.outcome === 'completed' && run.keptBack !== undefined)
    return [`${run.keptBack.toLocaleString('en-GB')} stayed here, as you said. The next run asks again.`];
  if (run.outcome === 'completed') return [];
  const word = run.outcome === 'failed' ? 'Could not complete:' : 'Broken off:';
  return [
    `${screen.paint('careful', word)} ${legible(run.reason ?? 'the run ended early')}`,
    ...(run.hint === undefined ? [] : [`What to do: ${legible(run.hint)}`]),
    'Nothing is lost: the next run goes on from here.',
  ];
}

/** How long a run took, in milliseconds. */
export function lengthOf({ run }: RunReport): number {
  return new Date(run.finishedAt).getTime() - new Date(run.startedAt).getTime();
}
