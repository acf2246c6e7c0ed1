import type { ReadKind } from '../../model/record.ts';
import type { RuleContext, RulePack } from '../../model/rule-pack.ts';
import type { Reading, ShopHabits } from '../reading.ts';
import { candidatesFor } from './candidates.ts';

/** What to type instead. Where it is not certain it is put as a question. */
export interface Suggestion {
  readonly value: string;
  readonly certain: boolean;
}

/** Suggests what to type in a field at fault, where anything can be suggested. */
export type Suggest<K extends ReadKind> = (
  reading: Reading<K>,
  fault: { readonly field: string; readonly code: string },
  context: RuleContext,
) => Suggestion | undefined;

/**
 * Makes suggestions that would settle the matter: each was read as if it stood in the till, passed every rule of the pack,
 * brought no new fault, and is taken by no other record. None equals what stands there.
 */
export function createSuggest<K extends ReadKind>(parts: {
  readonly pack: RulePack<K>;
  readonly shop: ShopHabits;
  /** Whether another record of the kind has this value of a unique field, as the destination compares it. */
  readonly isTaken: (field: string, value: string) => boolean;
}): Suggest<K> {
  const { pack, shop, isTaken } = parts;

  return (reading, { field, code }, context) => {
    const text = reading.raw(field);
    if (text === null || code === 'too_long' || pack.unique.some((rule) => rule.code === code)) return undefined;
    const faultsBefore = new Set(pack.judge(reading.record, context).map((fault) => `${fault.field} ${fault.code}`));

    const settles = (value: string): boolean => {
      const next = reading.with(field, value);
      if (value === '' || value === text || next.raw(field) !== value) return false;
      if (next.faults.some((fault) => fault.field === field)) return false;
      const faults = pack.judge(next.record, context);
      if (faults.some((fault) => fault.field === field || !faultsBefore.has(`${fault.field} ${fault.code}`)))
        return false;
      return pack.unique.every((rule) => {
        const claim = rule.field === field ? rule.claim(next.record) : null;
        return claim === null || !isTaken(field, claim);
      });
    };

    for (const candidate of candidatesFor({ field, text, record: reading.record, shop })) {
      if (settles(candidate.value)) return candidate;
    }
    return undefined;
  };
}
