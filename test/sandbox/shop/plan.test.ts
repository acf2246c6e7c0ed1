import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPlan } from '../../../src/sandbox/shop/plan.ts';

const plans = fc.record({
  seed: fc.nat(),
  rows: fc.integer({ min: 0, max: 3000 }),
  share: fc.double({ min: 0, max: 0.2, noNaN: true }),
  recipes: fc
    .uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 })
    .map((numbers) => numbers.map((name) => ({ name, weight: name }))),
});

function spoiltRows(parts: Parameters<typeof createPlan>[0]): number[] {
  const plan = createPlan(parts);
  return Array.from({ length: parts.rows }, (_, index) => index).filter((index) => plan.at(index) !== undefined);
}

test('the rows that a plan names are the rows that it spoils', () => {
  fc.assert(
    fc.property(plans, (parts) => {
      expect([...createPlan(parts).indices()]).toEqual(spoiltRows(parts));
    }),
  );
});

test('every spoilt row has a sound one on each side, except for the first row of all', () => {
  fc.assert(
    fc.property(plans, (parts) => {
      const rows = spoiltRows(parts);
      rows.forEach((row, place) => expect(row - (rows[place - 1] ?? -3)).toBeGreaterThanOrEqual(3));
      expect((rows.at(-1) ?? -1) + 1).toBeLessThanOrEqual(Math.max(parts.rows - 1, 0));
    }),
  );
});

test('every recipe is used, in a table that is large enough', () => {
  fc.assert(
    fc.property(plans, (parts) => {
      const plan = createPlan(parts);
      const used = new Set([...plan.indices()].map((index) => plan.at(index)));
      const room = Math.floor(parts.rows / 3);
      expect(used.size).toBeGreaterThanOrEqual(Math.min(parts.recipes.length, room));
    }),
  );
});
