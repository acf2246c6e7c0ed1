import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reckonSupply } from '../../../src/sync/stock/reckon-supply.ts';

const pieces = fc.integer({ min: 0, max: 50 });

describe('what a website ought to have been given', () => {
  test.each([
    { of: 'nothing ordered', facts: { till: 5, ordered: 0, keyed: 0, kept: 0, held: 5 }, supply: 5, shown: 5 },
    {
      of: 'an order that is not keyed',
      facts: { till: 5, ordered: 2, keyed: 0, kept: 0, held: 5 },
      supply: 5,
      shown: 3,
    },
    { of: 'an order that is keyed', facts: { till: 3, ordered: 2, keyed: 2, kept: 0, held: 5 }, supply: 5, shown: 3 },
    { of: 'a piece kept back', facts: { till: 5, ordered: 0, keyed: 0, kept: 1, held: 5 }, supply: 4, shown: 4 },
    { of: 'fewer than are kept back', facts: { till: 1, ordered: 0, keyed: 0, kept: 2, held: 5 }, supply: 0, shown: 0 },
    { of: 'a till below none', facts: { till: -2, ordered: 0, keyed: 0, kept: 0, held: 3 }, supply: 0, shown: 0 },
    { of: 'more orders than pieces', facts: { till: 1, ordered: 3, keyed: 0, kept: 0, held: 3 }, supply: 3, shown: 0 },
  ])('is right for $of', ({ facts, supply, shown }) => {
    const reckoned = reckonSupply(facts);
    expect(reckoned.supply).toBe(supply);
    expect(reckoned.supply - facts.ordered).toBe(shown);
  });

  test('says how many pieces were ordered that the shop does not have', () => {
    expect(reckonSupply({ till: 1, ordered: 3, keyed: 0, kept: 0, held: 3 }).short).toBe(2);
    expect(reckonSupply({ till: -2, ordered: 1, keyed: 0, kept: 0, held: 1 }).short).toBe(1);
    expect(reckonSupply({ till: -2, ordered: 3, keyed: 3, kept: 0, held: 1 }).short).toBe(0);
  });

  test('shows what the shop has, less open orders, less what is kept back, and never less than none', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 50 }), pieces, pieces, pieces, (till, open, keyed, kept) => {
        const ordered = open + keyed;
        const { supply } = reckonSupply({ till, ordered, keyed, kept, held: null });
        expect(supply - ordered).toBe(Math.max(0, till - open - kept));
      }),
    );
  });

  test('never goes up where the website would have to show less than none', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 20 }), pieces, pieces, (till, ordered, held) => {
        const { supply } = reckonSupply({ till, ordered, keyed: 0, kept: 0, held });
        if (supply > held) expect(supply - ordered).toBeLessThanOrEqual(Math.max(0, till - ordered));
      }),
    );
  });
});
