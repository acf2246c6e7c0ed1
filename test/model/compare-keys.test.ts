import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKeys } from '../../src/model/compare-keys.ts';

const key = fc.stringMatching(/^[0-9A-B]{1,4}(?:-[0-9]{1,3})?$/);

describe('compareKeys', () => {
  it('orders numbers as numbers, part by part', () => {
    const keys = ['10', '9', '7-10', '7-9', '7', 'B', 'A2', '99999999999999999999', '99999999999999999998'];
    expect(keys.toSorted(compareKeys)).toEqual([
      '7',
      '7-9',
      '7-10',
      '9',
      '10',
      '99999999999999999998',
      '99999999999999999999',
      'A2',
      'B',
    ]);
  });

  it('is an order', () => {
    fc.assert(
      fc.property(key, key, key, (a, b, c) => {
        expect(Math.sign(compareKeys(a, b))).toBe(-Math.sign(compareKeys(b, a)) + 0);
        expect(compareKeys(a, b) === 0).toBe(a === b);
        if (compareKeys(a, b) < 0 && compareKeys(b, c) < 0) expect(compareKeys(a, c)).toBeLessThan(0);
      }),
    );
  });
});
