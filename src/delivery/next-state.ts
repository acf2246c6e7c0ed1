import type { Outcome } from '../connectors/contract.ts';
import type { Instant } from '../model/ids.ts';
import { instantOf } from '../model/ids.ts';
import type { Fault } from '../model/rule-pack.ts';
import type { Backoff } from './backoff.ts';
import { backoffDelay } from './backoff.ts';

/** How often and how far apart one record is tried. */
export interface RetryPolicy {
  /** Tries that fail because of the record itself, before it is parked. */
  readonly attempts: number;
  readonly backoff: Backoff;
  /** How long to wait before asking what became of a job. */
  readonly jobPoll: Backoff;
  /** How long a suspect waits, in milliseconds: longer than a run ever waits for anything. */
  readonly suspectWait: number;
}

/**
 * Eight tries: with waits of up to 2 s, 4 s, … 128 s (half of that on average) a record has some two minutes within one
 * run, and every later run gives it nothing more to hope for. A quarter of an hour is when the next run comes anyway.
 */
export const retryPolicy: RetryPolicy = {
  attempts: 8,
  backoff: { base: 2_000, cap: 900_000 },
  jobPoll: { base: 4_000, cap: 60_000 },
  suspectWait: 900_000,
};

/**
 * Whose fault a `retry` is. `record`: the far side answered, or refused this record alone while it took others. `batch`:
 * one of several in a request that fails again and again while others get through. `line`: nothing got through since, so
 * nobody knows; a line that is down costs no record an attempt. `suspect`: the same, but this record has failed alone
 * before while others got through, so its failure says nothing of the line.
 */
export type Blame = 'record' | 'batch' | 'line' | 'suspect';

/** Everything on which the next state of one entry depends. */
export interface Situation {
  readonly entry: { readonly attempts: number; readonly mayHaveArrived: boolean };
  /** `died`: the process ended while the entry was claimed. */
  readonly outcome: Outcome | { readonly kind: 'died' };
  readonly blame: Blame;
  /** It was sent as a change: once it may have arrived, it goes again under the same key, or not at all. */
  readonly oneKey: boolean;
  /** Whether the entry was the only one in its request. */
  readonly alone: boolean;
  readonly policy: RetryPolicy;
  /** Epoch milliseconds. */
  readonly now: number;
  /** 0 ≤ x < 1. */
  readonly random: number;
}

/** What becomes of a batch whose entry waits: it goes again as it was, its entries go into other batches, or it is halved. */
export type BatchFate = 'same' | 'fresh' | 'halved';

/** What becomes of one entry. */
export type NextEntry =
  | { readonly state: 'done' }
  | { readonly state: 'accepted'; readonly jobId: string; readonly notBefore: Instant }
  | {
      readonly state: 'waiting';
      readonly attempts: number;
      readonly notBefore: Instant | null;
      readonly reason: string | null;
      readonly mayHaveArrived: boolean;
      readonly batch: BatchFate;
    }
  | {
      readonly state: 'parked';
      readonly attempts: number;
      readonly reason: string;
      readonly mayHaveArrived: boolean;
      /** What the far side found wrong; null where the tries were used up. A problem opens for these. */
      readonly faults: readonly Fault[] | null;
    };

/** What an outcome says of the destination as a whole. */
export type DestinationEffect =
  | { readonly state: 'ready' }
  | { readonly state: 'as-before' }
  | { readonly state: 'paused'; readonly until: Instant }
  | { readonly state: 'silent'; readonly reason: string }
  | { readonly state: 'halted'; readonly reason: string; readonly hint: string };

/** What becomes of an entry, and of its destination. */
export interface NextState {
  readonly entry: NextEntry;
  readonly destination: DestinationEffect;
}

const ready: DestinationEffect = { state: 'ready' };

type Waiting = Extract<NextEntry, { state: 'waiting' }>;

function waiting({ entry }: Situation, change: Partial<Waiting>): Waiting {
  const { attempts, mayHaveArrived } = entry;
  return { state: 'waiting', attempts, notBefore: null, reason: null, mayHaveArrived, batch: 'same', ...change };
}

function refused({ entry }: Situation, faults: readonly Fault[], reason: string): NextState {
  const attempts = entry.attempts + 1;
  return { entry: { state: 'parked', attempts, reason, mayHaveArrived: false, faults }, destination: ready };
}

function retried(situation: Situation, outcome: Outcome & { kind: 'retry' }): NextState {
  const { entry, blame, policy, now, random, oneKey } = situation;
  const { reason } = outcome;
  // What the far side says of a repeated key, it says of every sending under that key.
  const isSaid = oneKey && outcome.scope === 'record';
  const mayHaveArrived = outcome.mayHaveArrived || (entry.mayHaveArrived && !isSaid);
  const sameKey = oneKey && mayHaveArrived;
  if (blame === 'line') {
    return { entry: waiting(situation, { reason, mayHaveArrived }), destination: { state: 'silent', reason } };
  }
  if (blame === 'suspect') {
    // It is charged only when something else got through in between, and that takes another run.
    const notBefore = instantOf(now + policy.suspectWait);
    return { entry: waiting(situation, { reason, mayHaveArrived, notBefore }), destination: { state: 'as-before' } };
  }
  if (blame === 'batch' && !sameKey) {
    return { entry: waiting(situation, { reason, mayHaveArrived, batch: 'halved' }), destination: ready };
  }
  const attempts = entry.attempts + 1;
  if (attempts >= policy.attempts) {
    return { entry: { state: 'parked', attempts, reason, mayHaveArrived, faults: null }, destination: ready };
  }
  const notBefore = instantOf(now + backoffDelay(policy.backoff, attempts, random));
  const next = waiting(situation, { attempts, notBefore, reason, mayHaveArrived, batch: sameKey ? 'same' : 'fresh' });
  return { entry: next, destination: ready };
}

/** The whole retry policy, after the table in the architecture page: one row a case. Pure. */
export function nextState(situation: Situation): NextState {
  const { outcome, policy, now, random, alone } = situation;
  switch (outcome.kind) {
    case 'delivered':
    case 'unchanged':
      return { entry: { state: 'done' }, destination: ready };
    case 'accepted': {
      const notBefore = instantOf(now + backoffDelay(policy.jobPoll, 1, random));
      return { entry: { state: 'accepted', jobId: outcome.jobId, notBefore }, destination: ready };
    }
    case 'retry':
      return retried(situation, outcome);
    case 'throttled':
      return { entry: waiting(situation, {}), destination: { state: 'paused', until: outcome.until } };
    case 'refused':
      return refused(situation, outcome.faults, 'refused');
    case 'indivisible':
      // Of one that may have arrived, this does not say that it did not.
      if (situation.oneKey && situation.entry.mayHaveArrived) {
        return retried({ ...situation, blame: 'record' }, { ...outcome, kind: 'retry', mayHaveArrived: true });
      }
      if (!alone) return { entry: waiting(situation, { reason: outcome.reason, batch: 'halved' }), destination: ready };
      return refused(situation, [{ field: '', code: 'refused_whole', message: outcome.reason }], outcome.reason);
    case 'halted': {
      const { reason, hint } = outcome;
      return { entry: waiting(situation, { reason }), destination: { state: 'halted', reason, hint } };
    }
    case 'died':
      return { entry: waiting(situation, { mayHaveArrived: true }), destination: ready };
  }
}

/**
 * Whose fault a retry is. `whole`: the request failed as such. `proven`: the destination took something else since this
 * batch first failed. `charged`: the entry has used up tries before.
 */
export function blameFor(facts: { whole: boolean; proven: boolean; alone: boolean; charged: boolean }): Blame {
  const { whole, proven, alone, charged } = facts;
  if (!whole) return 'record';
  if (proven) return alone ? 'record' : 'batch';
  return alone && charged ? 'suspect' : 'line';
}
