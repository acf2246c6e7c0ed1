import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spanTicks } from '../../renderer/screens/activity/plots/span-ticks.ts';
import { createWords } from '../../renderer/words/create-words.ts';

test.each([
  [0.28, [0, 0.1, 0.2, 0.3]],
  [3, [0, 1, 2, 3]],
  [47, [0, 10, 20, 30, 40, 50]],
  [90.1, [0, 60, 120]],
  [400, [0, 120, 240, 360, 480]],
  [5400, [0, 1800, 3600, 5400]],
  [0, [0, 0.1]],
])('an axis up to %d seconds has its lines at %j', (longest, ticks) => {
  expect(spanTicks(longest)).toEqual(ticks);
});

test('whatever the longest, no two lines are called the same, and the last is not below it', () => {
  const { span } = createWords('en', { country: 'GB', currency: 'GBP', timeZone: 'Europe/London' });
  fc.assert(
    fc.property(fc.double({ min: 0, max: 20, noNaN: true }), (magnitude) => {
      const longest = 2 ** magnitude - 1;
      const ticks = spanTicks(longest);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(longest);
      expect(new Set(ticks.map((seconds) => span(seconds * 1000))).size).toBe(ticks.length);
    }),
  );
});
