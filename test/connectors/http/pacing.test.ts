import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacing } from '../../../src/connectors/http/pacing.ts';

const never = new AbortController().signal;
const minute = 60_000;
const rate = { requests: 120, perMilliseconds: minute };

/** A far side that counts requests over a sliding minute, in time that passes only while somebody waits. */
function createCountingFarSide(limit = rate.requests) {
  let now = 1_000_000;
  const arrivals: number[] = [];
  const farSide = {
    told: 0,
    arrivals,
    clock: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds;
      await Promise.resolve();
    },
    /** A request that takes so long to get there, and so long to be answered. */
    async request(there: number, back: number): Promise<void> {
      now += there;
      if (arrivals.filter((at) => at > now - minute).length >= limit) farSide.told += 1;
      else arrivals.push(now);
      now += back;
      await Promise.resolve();
    },
  };
  return farSide;
}

describe('keeping the pace', () => {
  it('is never told off, whatever the line does', async () => {
    const delays = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })), {
      minLength: 300,
      maxLength: 400,
    });
    await fc.assert(
      fc.asyncProperty(delays, fc.boolean(), async (trips, knowsRecent) => {
        const farSide = createCountingFarSide();
        const { clock: now, sleep } = farSide;
        const pacing = createPacing({ rate, now, sleep, recent: knowsRecent ? [] : undefined });
        for (const [there, back] of trips) await pacing.turn(() => farSide.request(there, back), never);
        expect(farSide.told).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it.each([undefined, []])('uses at least 95 % of the allowance over ten minutes (remembered: %j)', async (recent) => {
    const farSide = createCountingFarSide();
    const { clock: now, sleep } = farSide;
    const pacing = createPacing({ rate, now, sleep, recent });
    const start = now();
    // 300 ms for a batch of 200 records is what a far side in the same country needs.
    while (now() - start < 10 * minute) await pacing.turn(() => farSide.request(40, 260), never);
    expect(farSide.told).toBe(0);
    expect(farSide.arrivals.length).toBeGreaterThanOrEqual(0.95 * 10 * rate.requests);
  });

  it('goes on where the last process stopped', async () => {
    const farSide = createCountingFarSide();
    const { clock: now, sleep } = farSide;
    const before = createPacing({ rate, now, sleep, recent: [] });
    for (let count = 0; count < 117; count += 1) await before.turn(() => farSide.request(1, 1), never);
    const after = createPacing({ rate, now, sleep, recent: [...farSide.arrivals] });
    for (let count = 0; count < 200; count += 1) await after.turn(() => farSide.request(1, 1), never);
    expect(farSide.told).toBe(0);
  });

  it('begins politely where nobody remembers what went before', async () => {
    const farSide = createCountingFarSide();
    const { clock: now, sleep } = farSide;
    const pacing = createPacing({ rate, now, sleep });
    const start = now();
    for (let count = 0; count < 20; count += 1) await pacing.turn(() => farSide.request(1, 1), never);
    expect(now() - start).toBeGreaterThan(9000);
  });

  it('counts requests that are under way', async () => {
    const farSide = createCountingFarSide(3);
    const { clock: now, sleep } = farSide;
    const pacing = createPacing({ rate: { requests: 3, perMilliseconds: minute }, now, sleep, recent: [] });
    await Promise.all(Array.from({ length: 12 }, () => pacing.turn(() => farSide.request(0, 0), never)));
    expect(farSide.told).toBe(0);
  });

  it.each([rate, null])(
    'keeps quiet for as long as the far side asks, whoever is in a hurry (rate: %j)',
    async (each) => {
      const farSide = createCountingFarSide();
      const { clock: now, sleep } = farSide;
      const pacing = createPacing({ rate: each, now, sleep, recent: [] });
      const asked = now();
      pacing.pause(asked + minute);
      pacing.pause(asked + 1000);
      await pacing.turn(() => farSide.request(0, 0), never);
      expect(farSide.arrivals).toEqual([asked + minute]);
    },
  );

  it('lets everything through where there is no limit, and stops waiting when it is told to', async () => {
    const stopped = AbortSignal.abort(new Error('told to stop'));
    const sleep = (_milliseconds: number, signal: AbortSignal) => Promise.reject(signal.reason as Error);
    const free = createPacing({ rate: null, now: () => 0, sleep });
    expect(await free.turn(() => Promise.resolve('through'), stopped)).toBe('through');
    const paced = createPacing({ rate: { requests: 1, perMilliseconds: minute }, now: () => 0, sleep, recent: [0] });
    await expect(paced.turn(() => Promise.resolve(), stopped)).rejects.toThrow('told to stop');
  });
});
