import { describe, expect, test } from 'vitest';
import { TillbridgeError } from '../../src/support/errors.ts';
import { troubleIn, worstOf, type Trouble } from '../../src/sync/trouble.ts';

const till: Trouble = { reason: 'the till is off', hint: 'Wait.', errorReason: 'unreachable' };
const line: Trouble = { reason: 'the line is down', hint: 'Wait.', errorReason: 'unreachable' };
const key: Trouble = { reason: 'the key was not taken', hint: 'Make a new one.', errorReason: 'settings' };

test.each<[string, (Trouble | undefined)[], Trouble | undefined]>([
  ['nothing went wrong', [undefined, undefined], undefined],
  ['two may mend themselves: the first of them', [till, line], till],
  ['one must be mended by a person, though it came later', [till, undefined, key], key],
])('a run speaks of what matters where %s', (_where, troubles, spoken) => {
  expect(worstOf(troubles)).toBe(spoken);
});

describe('trouble with a source', () => {
  const calm = new AbortController().signal;
  const failing = (error: Error) => async (): Promise<void> => {
    throw error;
  };

  test('is a value: what was said, and what to do', async () => {
    const error = new TillbridgeError('unreachable', 'reading orders: no answer', { hint: 'It is tried again.' });
    expect(await troubleIn(calm, failing(error))).toEqual({
      reason: 'reading orders: no answer',
      hint: 'It is tried again.',
      errorReason: 'unreachable',
    });
    expect(await troubleIn(calm, () => Promise.resolve())).toBeUndefined();
  });

  test('is none of ours where somebody ended the run, or where it is a mistake in the program', async () => {
    const error = new TillbridgeError('unreachable', 'reading orders: no answer', { hint: 'It is tried again.' });
    await expect(troubleIn(AbortSignal.abort(), failing(error))).rejects.toBe(error);
    await expect(troubleIn(calm, failing(new TypeError('a bug')))).rejects.toThrow('a bug');
    const defect = new TillbridgeError('defect', 'a bug', { hint: 'Send the log.' });
    await expect(troubleIn(calm, failing(defect))).rejects.toBe(defect);
  });
});
