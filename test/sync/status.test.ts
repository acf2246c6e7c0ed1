import { expect, test } from 'vitest';
import { instantOf } from '../../src/model/ids.ts';
import type { DestinationStatus, RunOutcome, StateName } from '../../src/sync/agent-contract.ts';
import { stateOf, type StateFacts } from '../../src/sync/status.ts';

const at = instantOf(Date.UTC(2026, 10, 20, 18));
const ready: DestinationStatus = {
  label: 'GenieAI',
  takes: ['customer', 'product', 'sale'],
  state: 'ready',
  waiting: 0,
  held: 0,
  parked: 0,
  lastAcceptedAt: at,
};
const completed: RunOutcome = { id: 1, startedAt: at, finishedAt: at, outcome: 'completed' };
const calm: StateFacts = { underWay: null, paused: null, last: completed, overdue: null, destinations: [ready] };
const stop = { guard: 'mass-deletion', what: '3,912 customers would be removed', count: 3912, of: 12_006 } as const;
const guard = {
  ...stop,
  cause: 'Many were deleted.',
  examples: ['customer 1'],
  command: 'tillbridge sync --allow mass-deletion',
};
const refused: DestinationStatus = {
  ...ready,
  state: 'halted',
  reason: 'the key was not taken',
  hint: 'Make a new key.',
};

test.each<[string, Partial<StateFacts>, StateName]>([
  ['nothing is wrong and nothing waits', {}, 'up-to-date'],
  [
    'only sales of withheld customers wait: work goes on around problems',
    { destinations: [{ ...ready, held: 39, parked: 2 }] },
    'up-to-date',
  ],
  ['a run is under way', { underWay: { since: at } }, 'working'],
  ['another program rehearses', { underWay: { since: null } }, 'working'],
  [
    'a run is under way after a stop',
    { underWay: { since: at }, last: { ...completed, outcome: 'stopped', guard } },
    'working',
  ],
  ['somebody paused it', { paused: { until: 'tomorrow 08:00' } }, 'paused'],
  [
    'somebody paused it while a guard asks',
    { paused: { until: '16:30' }, last: { ...completed, outcome: 'stopped', guard } },
    'paused',
  ],
  ['changes wait for the next run', { destinations: [{ ...ready, waiting: 37 }] }, 'waiting'],
  [
    'the till was out of reach',
    { last: { ...completed, outcome: 'failed', reason: 'r', errorReason: 'unreachable' } },
    'waiting',
  ],
  ['somebody ended the last run', { last: { ...completed, outcome: 'stopped', reason: 'r' } }, 'waiting'],
  ['no run came for long', { overdue: { since: '18:00' } }, 'waiting'],
  ['nothing was ever read', { last: null }, 'waiting'],
  ['a guard asks', { last: { ...completed, outcome: 'stopped', guard } }, 'needs-you'],
  [
    'the profile does not fit',
    { last: { ...completed, outcome: 'failed', reason: 'r', errorReason: 'settings' } },
    'needs-you',
  ],
  ['a key was refused', { destinations: [refused] }, 'needs-you'],
])('when %s', (_when, facts, state) => {
  const told = stateOf({ ...calm, ...facts });
  expect(told.state).toBe(state);
  expect(told.sentence).toMatch(/^[A-Z0-9].*[.]$/s);
});

test.each<[Partial<StateFacts>, string]>([
  [{ destinations: [{ ...ready, waiting: 1204 }] }, '1,204 changes wait for the next run.'],
  [{ destinations: [{ ...ready, waiting: 1 }] }, '1 change waits for the next run.'],
  [
    { last: { ...completed, outcome: 'stopped', reason: 'r' } },
    'The last run was ended before it was done. The next one goes on from there.',
  ],
  [{ overdue: { since: '18:00' } }, 'Nothing has been read or sent since 18:00. The next run catches up.'],
  [
    { last: { ...completed, outcome: 'failed', reason: 'the till is off', errorReason: 'unreachable' } },
    'The last run could not complete: the till is off. Nothing is lost.',
  ],
  [
    { overdue: { since: '18:00' }, destinations: [{ ...ready, waiting: 37 }] },
    'Nothing has been read or sent since 18:00. The next run catches up; 37 changes are kept.',
  ],
])('it counts what waits only where something does: %j', (facts, sentence) => {
  expect(stateOf({ ...calm, ...facts }).sentence).toBe(sentence);
});
