import type { RecordKind } from '../model/record.ts';
import { recordKinds } from '../model/record.ts';
import type { QueueCount } from './queue.ts';
import type { Fate } from './settling.ts';

/** What became of the records of one kind in one run. `waiting` and `parked` are what is left afterwards; `refused` ones are among those parked. */
export interface KindTally {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly archived: number;
  readonly refused: number;
  readonly waiting: number;
  readonly parked: number;
}

/** Why a run ended before everything due was sent; everything left waits, and nothing is lost. */
export interface Stop {
  /** `paused`: asked to slow down for longer than the run may wait. `silent`: out of reach. `halted`: nothing is taken until the owner acts. `aborted`: we were told to stop. */
  readonly why: 'paused' | 'silent' | 'halted' | 'aborted';
  readonly reason: string;
  readonly hint: string | null;
}

/** What one run of the courier did. */
export interface DeliveryTally {
  readonly kinds: Readonly<Record<RecordKind, KindTally>>;
  readonly requests: number;
  readonly stopped: Stop | null;
}

const countedFates = ['created', 'updated', 'unchanged', 'archived', 'refused'] as const satisfies readonly Fate[];
type CountedFate = (typeof countedFates)[number];

function isCounted(fate: Fate): fate is CountedFate {
  return fate !== 'parked' && fate !== 'waiting';
}

/** Counts one run. */
export function createTally() {
  const counts = new Map<string, number>();
  let requests = 0;
  let settled = 0;

  function tallyOf(kind: RecordKind, left: readonly QueueCount[]): KindTally {
    const rest = left.find((count) => count.kind === kind);
    const ofFate = (fate: CountedFate): number => counts.get(`${kind} ${fate}`) ?? 0;
    return {
      created: ofFate('created'),
      updated: ofFate('updated'),
      unchanged: ofFate('unchanged'),
      archived: ofFate('archived'),
      refused: ofFate('refused'),
      waiting: (rest?.waiting ?? 0) + (rest?.held ?? 0),
      parked: (rest?.refused ?? 0) + (rest?.parked ?? 0),
    };
  }

  return {
    request(): void {
      requests += 1;
    },
    add(kind: RecordKind, fates: readonly Fate[]): void {
      for (const fate of fates) {
        if (!isCounted(fate)) continue;
        settled += 1;
        counts.set(`${kind} ${fate}`, (counts.get(`${kind} ${fate}`) ?? 0) + 1);
      }
    },
    /** How many records were brought to an end, and requests made, so far. */
    sums: () => ({ settled, requests }),
    finish(left: readonly QueueCount[], stopped: Stop | null): DeliveryTally {
      const kinds = Object.fromEntries(recordKinds.map((kind) => [kind, tallyOf(kind, left)]));
      return { kinds: kinds as DeliveryTally['kinds'], requests, stopped };
    },
  };
}
