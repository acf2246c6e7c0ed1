import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../../src/cli/exit-codes.ts';
import type { Instant } from '../../src/model/ids.ts';
import type { GuardStop, RunOutcome } from '../../src/sync/agent-contract.ts';

const run = { id: 1, startedAt: '' as Instant, finishedAt: '' as Instant };
const guard: GuardStop = { guard: 'mass-deletion', what: '', count: 1, of: 1, cause: '', examples: [], command: '' };

describe('the exit code of a run', () => {
  test.for([
    ['that completed', { ...run, outcome: 'completed' }, 0],
    ['that a guard stopped', { ...run, outcome: 'stopped', guard }, 4],
    ['that a person broke off', { ...run, outcome: 'stopped' }, 3],
    ['that found nobody', { ...run, outcome: 'failed' }, 3],
    ['that found wrong settings', { ...run, outcome: 'failed', errorReason: 'settings' }, 2],
    ['that found another run', { ...run, outcome: 'failed', errorReason: 'busy' }, 5],
    ['that broke', { ...run, outcome: 'failed', errorReason: 'defect' }, 1],
  ] as const satisfies readonly (readonly [string, RunOutcome, number])[])('%s', ([, outcome, code]) => {
    expect(exitCodeOf(outcome)).toBe(code);
  });
});
