import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createWatchers } from '../../../src/sync/host/watchers.ts';

const pace = 60;

function counter() {
  let value = 0;
  const counts: number[] = [];
  const watchers = createWatchers({
    word: () => value,
    pace,
    ticks: () => performance.now(),
    onCount: (count) => counts.push(count),
  });
  return {
    watchers,
    counts,
    next() {
      value += 1;
      watchers.tell();
    },
  };
}

test('the first word comes at once, a change after a rest too', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { watchers, next } = counter();
  const heard = watchers.watch(new AbortController().signal)[Symbol.asyncIterator]();
  expect(await heard.next()).toEqual({ done: false, value: 0 });
  vi.advanceTimersByTime(pace);
  const asked = heard.next();
  next();
  // No time passes here by itself: what would wait for a timer would never come.
  expect(await asked).toEqual({ done: false, value: 1 });
  watchers.close();
});

test('many changes are one word in its time, and it is the newest', async () => {
  const { watchers, next } = counter();
  const heard = watchers.watch(new AbortController().signal)[Symbol.asyncIterator]();
  await heard.next();
  const begin = performance.now();
  const asked = heard.next();
  for (let i = 0; i < 100; i++) next();
  expect(await asked).toEqual({ done: false, value: 100 });
  expect(performance.now() - begin).toBeGreaterThanOrEqual(pace - 10);
  watchers.close();
});

test('who does not ask is owed one word, not a queue of them', async () => {
  const { watchers, next } = counter();
  const heard = watchers.watch(new AbortController().signal)[Symbol.asyncIterator]();
  await heard.next();
  for (let i = 0; i < 10; i++) next();
  await delay(pace * 1.5);
  expect(await heard.next()).toEqual({ done: false, value: 10 });
  const silence = await Promise.race([heard.next(), delay(pace * 2, 'silence')]);
  expect(silence).toBe('silence');
  watchers.close();
});

test('whoever goes is forgotten, however they go', async () => {
  const { watchers, counts } = counter();
  const leaving = new AbortController();
  const aborted = watchers.watch(leaving.signal)[Symbol.asyncIterator]();
  const returned = watchers.watch(new AbortController().signal)[Symbol.asyncIterator]();
  await aborted.next();
  const waiting = aborted.next();
  leaving.abort();
  expect(await waiting).toEqual({ done: true, value: undefined });
  await returned.return?.();
  expect(watchers.count()).toBe(0);
  expect(counts).toEqual([1, 2, 1, 0]);
  const tooLate = watchers.watch(leaving.signal)[Symbol.asyncIterator]();
  expect(await tooLate.next()).toEqual({ done: true, value: undefined });
  expect(watchers.count()).toBe(0);
});
