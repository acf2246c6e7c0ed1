import { manyOf } from '../../support/kind-words.ts';
import type { Words } from '../../support/words.ts';
import type { Progress } from '../agent-contract.ts';
import type { Underway } from './host-contract.ts';

/** What the sentence is written with. */
export interface ProgressWording {
  readonly words: Words;
  /** A destination or shop front as people call it. */
  readonly labelOf: (id: string) => string;
  /** The newest word. */
  readonly latest: Progress | undefined;
}

/** What is under way as one sentence: "Reading the till: 8,214 of 12,006 customers." */
export function underwaySentence({ what, ending }: Underway, { words, labelOf, latest }: ProgressWording): string {
  if (ending) return 'Ending after what is being saved right now. Nothing is lost.';
  if (!latest)
    return what === 'sync' ? 'A run has begun: opening the till.' : 'A rehearsal has begun: opening the till.';
  return sentenceOf(latest, { words, labelOf });
}

function sentenceOf(progress: Progress, { words, labelOf }: Omit<ProgressWording, 'latest'>): string {
  const share = (done: number, of: number | null): string =>
    of === null || of < done ? words.number(done) : `${words.number(done)} of ${words.number(of)}`;
  switch (progress.stage) {
    case 'read': {
      const source = progress.source === undefined ? 'the till' : labelOf(progress.source);
      return `Reading ${source}: ${share(progress.rows, progress.of)} ${manyOf(progress.kind)}.`;
    }
    case 'join':
      return `Looking who is one and the same: ${words.count(progress.customers, 'customer')}.`;
    case 'check':
      return `Checking: ${share(progress.checked, progress.of)} ${manyOf(progress.kind)}.`;
    case 'send':
      return `Sending to ${labelOf(progress.destination)}: ${share(progress.sent, progress.of)} changes.`;
    default:
      return progress satisfies never;
  }
}
