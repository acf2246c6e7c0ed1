import { useSearchParams } from 'wouter';
import type { QueueEntry } from '../../../../src/sync/agent-contract.ts';

/** The kinds of record and the states in which one may be on its way, in the order in which they are offered. */
export const kinds = ['customer', 'product', 'sale', 'stock', 'price'] as const satisfies readonly QueueEntry['kind'][];
export const states = ['waiting', 'held', 'parked'] as const satisfies readonly QueueEntry['state'][];

/** Which entries are wished for; what is absent is not asked. */
export interface QueueWish {
  readonly destination?: string;
  readonly kind?: QueueEntry['kind'];
  readonly state?: QueueEntry['state'];
}

/** The wish as the address has it, and how to change a part of it. What it does not understand is no wish. */
export function useQueueFilter(): readonly [QueueWish, (name: keyof QueueWish, value: string | null) => void] {
  const [asked, ask] = useSearchParams();
  const destination = asked.get('destination');
  const kind = kinds.find((each) => each === asked.get('kind'));
  const state = states.find((each) => each === asked.get('state'));
  const wish = { ...(destination && { destination }), ...(kind && { kind }), ...(state && { state }) };
  return [
    wish,
    (name, value) =>
      ask(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === null) next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
  ];
}
