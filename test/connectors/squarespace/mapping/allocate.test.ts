import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../../../src/connectors/squarespace/mapping/allocate.ts';

const sharers = fc.uniqueArray(
  fc.record({ key: fc.string({ minLength: 1, maxLength: 6 }), weight: fc.integer({ min: -500, max: 100_000_000 }) }),
  { selector: ({ key }) => key, maxLength: 12 },
);
const amounts = fc.integer({ min: -10, max: 300_000_000 });

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

describe('sharing out an amount', () => {
  it('gives out all of it, and to nobody more than their weight', () => {
    fc.assert(
      fc.property(amounts, sharers, (amount, all) => {
        const shares = allocate(amount, all);
        const room = sum(all.map(({ weight }) => Math.max(0, weight)));
        expect(sum(shares)).toBe(Math.max(0, Math.min(amount, room)));
        for (const [index, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(Math.max(0, all[index]?.weight ?? 0));
        }
      }),
    );
  });

  it('is within a penny of what is fair', () => {
    fc.assert(
      fc.property(amounts, sharers, (amount, all) => {
        const room = sum(all.map(({ weight }) => Math.max(0, weight)));
        const shared = Math.max(0, Math.min(amount, room));
        for (const [index, share] of allocate(amount, all).entries()) {
          const fair = room === 0 ? 0 : (shared * Math.max(0, all[index]?.weight ?? 0)) / room;
          expect(Math.abs(share - fair)).toBeLessThan(1.001);
        }
      }),
    );
  });

  it('does not look at the order in which they stand', () => {
    fc.assert(
      fc.property(amounts, sharers, fc.infiniteStream(fc.nat()), (amount, all, chance) => {
        const mixed = all
          .map((sharer) => ({ sharer, place: chance.next().value as number }))
          .toSorted((one, other) => one.place - other.place)
          .map(({ sharer }) => sharer);
        const byKey = (list: typeof all) =>
          new Map(allocate(amount, list).map((share, index) => [list[index]?.key, share]));
        expect(byKey(mixed)).toEqual(byKey(all));
      }),
    );
  });

  it('gives what is left over to those of whose share most was cut off', () => {
    const three = ['a', 'b', 'c'].map((key) => ({ key, weight: 100 }));
    expect(allocate(100, three)).toEqual([34, 33, 33]);
    expect(
      allocate(10, [
        { key: 'a', weight: 1999 },
        { key: 'b', weight: 1 },
      ]),
    ).toEqual([10, 0]);
  });
});
