import { expect, test } from 'vitest';
import { createStopwatch } from '../../src/sync/stopwatch.ts';

test('each stage gets the time that its work took, also where that failed', async () => {
  let now = 1000;
  const stopwatch = createStopwatch(() => now);
  const takes = (milliseconds: number) => () => void (now += milliseconds);
  await stopwatch.time('read', takes(1500));
  await stopwatch.time('check', takes(250));
  await stopwatch.time('read', takes(500));
  await expect(
    stopwatch.time('send', () => {
      now += 2000;
      throw new Error('the line is down');
    }),
  ).rejects.toThrow('the line is down');
  await stopwatch.time('check', takes(-60_000));
  expect(stopwatch.seconds()).toEqual({ read: 2, check: 0.25, send: 2 });
});
