import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/connectors/contract.ts';
import type { Blame, NextEntry, Situation } from '../../src/delivery/next-state.ts';
import { blameFor, nextState } from '../../src/delivery/next-state.ts';
import type { Instant, RemoteId } from '../../src/model/ids.ts';
import { instantOf } from '../../src/model/ids.ts';

const now = Date.UTC(2026, 10, 21, 9);
const until = instantOf(now + 45_000);
const remoteId = 'con_1' as RemoteId;
const faults = [{ field: 'email', code: 'bad_email' }];
const policy = {
  attempts: 3,
  backoff: { base: 1000, cap: 60_000 },
  jobPoll: { base: 4000, cap: 60_000 },
  suspectWait: 900_000,
};

interface Row {
  readonly name: string;
  readonly outcome: Outcome | { kind: 'died' };
  readonly attempts?: number;
  readonly sticky?: boolean;
  readonly blame?: Blame;
  readonly alone?: boolean;
  readonly oneKey?: boolean;
  readonly entry: NextEntry;
  readonly destination: string;
}

/** The last of the doublings that chance may give: `random` is one half. */
const half = (milliseconds: number): Instant => instantOf(now + milliseconds / 2);
const retry = (mayHaveArrived: boolean): Outcome => ({ kind: 'retry', reason: 'lost', mayHaveArrived });
const waiting = {
  state: 'waiting',
  attempts: 1,
  notBefore: null,
  reason: null,
  mayHaveArrived: false,
  batch: 'same',
} as const;

const table: readonly Row[] = [
  {
    name: 'delivered',
    outcome: { kind: 'delivered', remoteId, created: true },
    entry: { state: 'done' },
    destination: 'ready',
  },
  { name: 'unchanged', outcome: { kind: 'unchanged' }, entry: { state: 'done' }, destination: 'ready' },
  {
    name: 'accepted',
    outcome: { kind: 'accepted', jobId: 'job_1' },
    entry: { state: 'accepted', jobId: 'job_1', notBefore: half(4000) },
    destination: 'ready',
  },
  {
    name: 'retry, attempts left',
    outcome: retry(false),
    entry: { ...waiting, attempts: 2, notBefore: half(2000), reason: 'lost', batch: 'fresh' },
    destination: 'ready',
  },
  {
    name: 'retry that may have arrived, attempts left',
    outcome: retry(true),
    entry: { ...waiting, attempts: 2, notBefore: half(2000), reason: 'lost', mayHaveArrived: true, batch: 'fresh' },
    destination: 'ready',
  },
  {
    name: 'retry, none left',
    outcome: retry(true),
    attempts: 2,
    entry: { state: 'parked', attempts: 3, reason: 'lost', mayHaveArrived: true, faults: null },
    destination: 'ready',
  },
  {
    name: 'retry while the line is down, however often it was tried',
    outcome: retry(false),
    attempts: 2,
    blame: 'line',
    entry: { ...waiting, attempts: 2, reason: 'lost' },
    destination: 'silent',
  },
  {
    name: 'retry of a record that failed before while others got through',
    outcome: retry(true),
    blame: 'suspect',
    entry: { ...waiting, notBefore: instantOf(now + 900_000), reason: 'lost', mayHaveArrived: true },
    destination: 'as-before',
  },
  {
    name: 'retry of a batch that alone fails',
    outcome: retry(true),
    blame: 'batch',
    entry: { ...waiting, reason: 'lost', mayHaveArrived: true, batch: 'halved' },
    destination: 'ready',
  },
  {
    name: 'retry of a change that may have arrived, which goes under no other key',
    outcome: retry(true),
    oneKey: true,
    entry: { ...waiting, attempts: 2, notBefore: half(2000), reason: 'lost', mayHaveArrived: true, batch: 'same' },
    destination: 'ready',
  },
  {
    name: 'retry of a batch of changes that alone fails and may have arrived, which is not halved',
    outcome: retry(true),
    oneKey: true,
    blame: 'batch',
    entry: { ...waiting, attempts: 2, notBefore: half(2000), reason: 'lost', mayHaveArrived: true, batch: 'same' },
    destination: 'ready',
  },
  {
    name: 'retry of a change of which the far side says under its key that it did not take it',
    outcome: { kind: 'retry', reason: 'lost', mayHaveArrived: false, scope: 'record' },
    sticky: true,
    oneKey: true,
    entry: { ...waiting, attempts: 2, notBefore: half(2000), reason: 'lost', batch: 'fresh' },
    destination: 'ready',
  },
  {
    name: 'indivisible, with others, of changes that may have arrived',
    outcome: { kind: 'indivisible', reason: 'answered 400' },
    sticky: true,
    oneKey: true,
    entry: {
      ...waiting,
      attempts: 2,
      notBefore: half(2000),
      reason: 'answered 400',
      mayHaveArrived: true,
      batch: 'same',
    },
    destination: 'ready',
  },
  { name: 'throttled', outcome: { kind: 'throttled', until }, entry: waiting, destination: 'paused' },
  {
    name: 'throttled after an unclear answer',
    outcome: { kind: 'throttled', until },
    sticky: true,
    entry: { ...waiting, mayHaveArrived: true },
    destination: 'paused',
  },
  {
    name: 'refused',
    outcome: { kind: 'refused', faults },
    entry: { state: 'parked', attempts: 2, reason: 'refused', mayHaveArrived: false, faults },
    destination: 'ready',
  },
  {
    name: 'indivisible, with others',
    outcome: { kind: 'indivisible', reason: 'answered 400' },
    entry: { ...waiting, reason: 'answered 400', batch: 'halved' },
    destination: 'ready',
  },
  {
    name: 'indivisible, alone',
    outcome: { kind: 'indivisible', reason: 'answered 400' },
    alone: true,
    entry: {
      state: 'parked',
      attempts: 2,
      reason: 'answered 400',
      mayHaveArrived: false,
      faults: [{ field: '', code: 'refused_whole', message: 'answered 400' }],
    },
    destination: 'ready',
  },
  {
    name: 'halted',
    outcome: { kind: 'halted', reason: 'answered 401', hint: 'Make a new key.' },
    entry: { ...waiting, reason: 'answered 401' },
    destination: 'halted',
  },
  {
    name: 'died while claimed',
    outcome: { kind: 'died' },
    entry: { ...waiting, mayHaveArrived: true },
    destination: 'ready',
  },
];

function situation({
  outcome,
  attempts = 1,
  sticky = false,
  blame = 'record',
  alone = false,
  oneKey = false,
}: Row): Situation {
  return { entry: { attempts, mayHaveArrived: sticky }, outcome, blame, oneKey, alone, policy, now, random: 0.5 };
}

describe('the retry policy', () => {
  it.each(table)('$name', (row) => {
    const next = nextState(situation(row));
    expect(next.entry).toEqual(row.entry);
    expect(next.destination.state).toBe(row.destination);
  });

  it('never forgets that a record may have arrived until the far side has spoken', () => {
    const [, , , clear] = table;
    const next = nextState({
      ...situation({ ...table[0], ...clear } as Row),
      entry: { attempts: 0, mayHaveArrived: true },
    });
    expect(next.entry).toMatchObject({ state: 'waiting', mayHaveArrived: true });
  });

  it('never waits longer than its cap, and anywhere from nothing on', () => {
    for (const random of [0, 0.25, 0.999_999]) {
      for (const attempts of [0, 5, 40, 4000]) {
        const far = { ...policy, attempts: 5000 };
        const { entry } = nextState({
          entry: { attempts, mayHaveArrived: false },
          outcome: retry(false),
          blame: 'record',
          oneKey: false,
          alone: false,
          policy: far,
          now,
          random,
        });
        const wait = entry.state === 'waiting' && entry.notBefore ? Date.parse(entry.notBefore) - now : Infinity;
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(policy.backoff.cap);
      }
    }
  });
});

describe('whose fault a failed request is', () => {
  it.each([
    { whole: false, proven: false, alone: false, charged: false, blame: 'record' },
    { whole: true, proven: false, alone: true, charged: false, blame: 'line' },
    { whole: true, proven: false, alone: true, charged: true, blame: 'suspect' },
    { whole: true, proven: false, alone: false, charged: true, blame: 'line' },
    { whole: true, proven: true, alone: false, charged: false, blame: 'batch' },
    { whole: true, proven: true, alone: true, charged: true, blame: 'record' },
  ])('whole: $whole, proven: $proven, alone: $alone, charged: $charged → $blame', ({ blame, ...facts }) => {
    expect(blameFor(facts)).toBe(blame);
  });
});
