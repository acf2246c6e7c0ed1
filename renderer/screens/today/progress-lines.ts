import type { Progress, Status } from '../../../src/sync/agent-contract.ts';
import type { Words } from '../../words/words.ts';
import { lineOf, type ProgressLine } from './progress-line.ts';

/** A stage that is over, in one short line. */
export interface DoneLine {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
}

/** A run's stages as they are shown: what is over, folded away, and what is under way, with its bar. */
export interface ProgressLines {
  readonly done: readonly DoneLine[];
  readonly underWay: readonly ProgressLine[];
}

/** The stages follow each other; only destinations are sent to side by side. */
const order = ['till', 'website', 'join', 'check', 'send'] as const;
type Part = (typeof order)[number];

function partOf(progress: Progress): Part {
  if (progress.stage !== 'read') return progress.stage;
  return progress.source === undefined ? 'till' : 'website';
}

/** The newest word of each stage and destination stays large; what came before it is one line a stage. */
export function progressLines(
  progress: readonly Progress[],
  words: Words,
  destinations: Status['destinations'],
): ProgressLines {
  const parts = Map.groupBy(progress, partOf);
  const reached = order.findLast((part) => parts.has(part));
  if (reached === undefined) return { done: [], underWay: [] };
  const before = order.slice(0, order.indexOf(reached));
  const now = parts.get(reached) ?? [];
  const newest = reached === 'send' ? now : now.slice(-1);
  return {
    done: before.flatMap((part) => doneLine(part, parts.get(part), words)),
    underWay: newest.map((each) => lineOf(each, words, destinations)),
  };
}

function doneLine(part: Part, said: readonly Progress[] | undefined, words: Words): readonly DoneLine[] {
  if (said === undefined || part === 'send') return [];
  const { done, kinds } = words.texts.today;
  const told = said.flatMap((progress) => {
    const [kind, count] = countOf(progress);
    return kind !== null && isCounted(kind) ? [`${words.number(count)} ${kinds[kind]}`] : [];
  });
  return [{ key: part, title: done[part], detail: told.join(' · ') }];
}

/** The kinds that people count; the parts of a sale are nothing to them. */
const counted = ['customer', 'product', 'sale'] as const;
type Counted = (typeof counted)[number];

function isCounted(kind: string): kind is Counted {
  return counted.some((each) => each === kind);
}

function countOf(progress: Progress): readonly [kind: string | null, count: number] {
  if (progress.stage === 'read') return [progress.kind, progress.rows];
  if (progress.stage === 'join') return ['customer', progress.customers];
  return progress.stage === 'check' ? [progress.kind, progress.checked] : [null, 0];
}
