import { describe, expect, it } from 'vitest';
import { createGuesses } from '../../src/console/guesses.ts';

const hour = 3_600_000;

function open() {
  const clock = { now: Date.parse('2026-11-22T09:00:00Z') };
  const guesses = createGuesses(() => clock.now);
  const fail = (place: string, times = 1) => {
    for (let i = 0; i < times; i += 1) guesses.tries(place);
  };
  return { clock, guesses, fail };
}

describe('whoever guesses', () => {
  it('waits from the fifth wrong try on, twice as long each time, an hour at most', () => {
    const { guesses, fail } = open();
    fail('a till', 4);
    expect(guesses.waitOf('a till')).toBe(0);
    const waits = Array.from({ length: 9 }, () => {
      fail('a till');
      return guesses.waitOf('a till') / 1000;
    });
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
    expect(guesses.waitOf('another till')).toBe(0);
  });

  it('from many places waits at all of them, but for those where somebody came in', () => {
    const { guesses, fail } = open();
    guesses.tries('a till').wasRight();
    for (let i = 0; i < 50; i += 1) fail(`10.0.0.${i}`);
    expect(guesses.waitOf('10.0.0.200')).toBe(30_000);
    expect(guesses.waitOf('a till')).toBe(0);
    fail('a till', 5);
    expect(guesses.waitOf('a till')).toBe(30_000);
  });

  it('now and then, as people who mistype do, never makes the shop wait', () => {
    const { clock, guesses, fail } = open();
    for (let day = 0; day < 300; day += 1) {
      for (const till of ['one', 'two', 'three']) {
        expect(guesses.waitOf(till)).toBe(0);
        fail(till, 2);
        guesses.tries(till).wasRight();
      }
      clock.now += 8 * hour;
    }
    expect(guesses.waitOf('a new till')).toBe(0);
  });

  it('from more addresses than a shop has shares one count with all others like it', () => {
    const { clock, guesses, fail } = open();
    for (let i = 0; i < 1000; i += 1) {
      guesses.tries(`10.0.${i >> 8}.${i & 255}`).wasRight();
    }
    fail('10.9.9.1', 3);
    fail('10.9.9.2', 2);
    expect(guesses.waitOf('10.9.9.3')).toBe(30_000);
    // A share in it is not known by anybody's right PIN.
    guesses.tries('10.9.9.1').wasRight();
    fail('10.9.9.4', 5);
    expect(guesses.waitOf('10.9.9.1')).toBe(30_000);
    clock.now += 25 * hour;
    expect(guesses.waitOf('10.9.9.5')).toBe(0);
  });
});
