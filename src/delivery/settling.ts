import type { Outcome } from '../connectors/contract.ts';
import type { WritableDatabase } from '../database/open.ts';
import type { Facts } from '../model/facts.ts';
import type { DestinationId, Instant } from '../model/ids.ts';
import { instantOf } from '../model/ids.ts';
import type { Fault } from '../model/rule-pack.ts';
import { createBatches } from './batches.ts';
import type { Claimed } from './claims.ts';
import type { Destinations } from './destinations.ts';
import type { Entry, RecordName } from './entry.ts';
import { isWhole, nameOf } from './entry.ts';
import type { Place } from './fates.ts';
import { createFates } from './fates.ts';
import type { Ledger } from './ledger.ts';
import type { DestinationEffect, NextEntry, RetryPolicy } from './next-state.ts';
import { blameFor, nextState } from './next-state.ts';

/** What the rest of the house does in the same commit as an answer. Nothing here may wait. */
export interface DeliveryEvents {
  /** The far side found faults: a problem opens. */
  readonly onRefused?: (entry: Entry, faults: readonly Fault[], at: Instant) => void;
  /** The far side has it: a problem that it raised closes. */
  readonly onDelivered?: (entry: Entry, at: Instant) => void;
  /** The far side lost a record that it had, or mixed another into it: whoever knows its content offers it again. */
  readonly onLost?: (destination: DestinationId, record: RecordName, at: Instant) => void;
}

/** An answer to a batch, or the lack of one. */
export interface Answer {
  readonly claimed: Claimed;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Epoch milliseconds. */
  readonly now: number;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  /** A name that no batch ever had. */
  readonly newKey: () => string;
  readonly policy: RetryPolicy;
  /** The code by which the far side says that it does not know the record that one of this kind depends on. */
  readonly unknownReference: string | undefined;
  /** Batches of this kind are sent as changes. */
  readonly oneKey: boolean;
  /** We hung up ourselves: that says nothing of the destination. */
  readonly aborted: boolean;
  readonly events: DeliveryEvents;
}

/** What became of an entry, in the words of the run report; `archived` also for what was merged, `waiting` also for what was accepted, or goes once more. */
export type Fate = 'created' | 'updated' | 'unchanged' | 'archived' | 'refused' | 'parked' | 'waiting';

/** What became of a batch, and what that says of its destination. */
export interface Settled {
  readonly fates: readonly Fate[];
  readonly effect: DestinationEffect;
}

interface Verdict {
  readonly entry: Entry;
  readonly outcome: Outcome;
  readonly next: NextEntry;
  /** The batch in which it goes again, where that is decided already. */
  readonly place: Place | null;
}

const unanswered: Outcome = {
  kind: 'retry',
  reason: 'the answer did not mention this record',
  mayHaveArrived: true,
  scope: 'record',
};

/** Requests older than this, in milliseconds, are of no interest to any connector's pace. */
const requestMemory = 15 * 60_000;

const gravity = { 'as-before': 0, ready: 1, silent: 2, paused: 3, halted: 4 } as const satisfies Record<
  DestinationEffect['state'],
  number
>;

function gravest(effects: readonly DestinationEffect[]): DestinationEffect {
  return effects.reduce((worst, effect) => (gravity[effect.state] > gravity[worst.state] ? effect : worst), {
    state: 'ready',
  } as const);
}

function isWholeFailure(outcome: Outcome): boolean {
  return outcome.kind === 'retry' && outcome.scope === undefined;
}

/** Whether the far side looked into the request at all. */
function isAnswer(outcome: Outcome): boolean {
  return !isWholeFailure(outcome) && outcome.kind !== 'throttled' && outcome.kind !== 'halted';
}

/** Settles answers: outbox, ledger and the destination's state move in one commit. */
export function createSettling(database: WritableDatabase, parts: { ledger: Ledger; destinations: Destinations }) {
  const { ledger, destinations } = parts;
  const batches = createBatches(database);
  const fateOf = createFates(database, ledger);

  /** A sale whose customer the far side has lost is no problem for staff: the customer goes again, and the sale after it. */
  function understood(entry: Entry, outcome: Outcome, answer: Answer): Outcome {
    if (outcome.kind !== 'refused' || !entry.dependsOn || answer.unknownReference === undefined) return outcome;
    if (!outcome.faults.some(({ code }) => code === answer.unknownReference)) return outcome;
    const { destination, dependsOn } = entry;
    if (ledger.has({ destination, ...dependsOn })) {
      ledger.forget({ destination, ...dependsOn });
      answer.events.onLost?.(destination, dependsOn, instantOf(answer.now));
    }
    // What waits behind it goes in its stead, and may lean on another.
    if (fateOf.hasNewer(entry)) return outcome;
    const reason = `${nameOf(dependsOn)} is no longer there, and is sent again first`;
    return { kind: 'retry', reason, mayHaveArrived: false, scope: 'record' };
  }

  function deliveredFate(entry: Entry, outcome: Outcome): Fate {
    if (entry.operation === 'archive' || entry.operation === 'merge') return 'archived';
    if (outcome.kind !== 'delivered') return 'unchanged';
    const isNew = outcome.created === 'unknown' ? !ledger.has(entry) : outcome.created;
    return isNew ? 'created' : 'updated';
  }

  function apply({ entry, outcome, next, place }: Verdict, { events, now }: Answer): Fate {
    const at = instantOf(now);
    switch (next.state) {
      case 'done': {
        const fate = deliveredFate(entry, outcome);
        fateOf.done(entry, outcome, at);
        if (!isWhole(entry)) return 'waiting';
        if (entry.into !== null) events.onLost?.(entry.destination, { kind: entry.kind, key: entry.into }, at);
        events.onDelivered?.(entry, at);
        return fate;
      }
      case 'accepted':
        fateOf.accept(entry, next);
        return 'waiting';
      case 'waiting':
        fateOf.wait(entry, next, { place, partly: partlyOf(outcome) ?? entry.partly });
        return 'waiting';
      case 'parked':
        if (outcome.kind === 'refused' && outcome.held) ledger.took(entry, outcome.held, at);
        if (!fateOf.park(entry, next)) return 'waiting';
        if (!next.faults) return 'parked';
        events.onRefused?.(entry, next.faults, at);
        return 'refused';
    }
  }

  function note(
    destination: DestinationId,
    { given, effect, at }: { given: readonly Outcome[]; effect: DestinationEffect; at: Instant },
  ): void {
    destinations.note(destination, effect, at);
    if (given.some(isAnswer)) destinations.answered(destination);
    if (given.some(({ kind }) => kind === 'delivered' || kind === 'unchanged')) destinations.accepted(destination, at);
  }

  function settle(answer: Answer): Settled {
    const { claimed, now, policy, random, newKey, aborted, oneKey } = answer;
    const { entries, batch } = claimed;
    const [first] = entries;
    if (!first) return { fates: [], effect: { state: 'as-before' } };
    const { destination } = first;
    const given = entries.map((entry) => answer.outcomes.get(String(entry.id)) ?? unanswered);
    const { answers } = destinations.get(destination);
    const whole = given.every(isWholeFailure);
    const alone = entries.length === 1;
    const proven = !aborted && claimed.failures > 0 && answers > claimed.answersSeen;
    const blame = blameFor({ whole, alone, proven, charged: !aborted && first.attempts > 0 });
    // What comes of a batch that broke the far side is under the same suspicion.
    const history = whole ? { failures: 1, answersSeen: answers } : { failures: 0, answersSeen: 0 };
    const halfOf = once(() => batches.halve(claimed, { destination, newKey, history, at: instantOf(now) }));
    const effects: DestinationEffect[] = [];
    const fates = entries.map((entry, position) => {
      const outcome = understood(entry, given[position] ?? unanswered, answer);
      const next = nextState({ entry, outcome, blame, oneKey, alone, policy, now, random: random() });
      effects.push(next.destination);
      const place = placeOf(next.entry, { whole, position, batch: batch.idempotencyKey, halfOf });
      return apply({ entry, outcome, next: next.entry, place }, answer);
    });
    if (whole && !aborted) batches.failed(batch.idempotencyKey, answers);
    batches.forgetIfEmpty(batch.idempotencyKey);
    const effect = gravest(effects);
    destinations.requested(destination, now, now - requestMemory);
    if (!whole || !aborted) note(destination, { given, effect, at: instantOf(now) });
    return { fates, effect };
  }

  return { settle: database.transaction(settle) };
}

interface Placing {
  readonly whole: boolean;
  readonly position: number;
  readonly batch: string;
  readonly halfOf: () => (position: number) => Place;
}

/** The batch in which an entry goes again; null where that is for the next claim to decide. */
function placeOf(next: NextEntry, { whole, position, batch, halfOf }: Placing): Place | null {
  if (next.state !== 'waiting') return null;
  switch (next.batch) {
    case 'same':
      return { batch, position };
    case 'halved':
      return halfOf()(position);
    case 'fresh':
      // Another key, but not a clean slate.
      return whole ? halfOf()(position) : null;
  }
}

function partlyOf(outcome: Outcome): Facts | undefined {
  return outcome.kind === 'retry' ? outcome.partly : undefined;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
