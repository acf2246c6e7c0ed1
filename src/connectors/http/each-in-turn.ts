import type { Outcome, Parcel } from '../contract.ts';
import { instantOf } from '../../model/ids.ts';

/** So many failed requests in a row are no longer about single records. */
const mostFailures = 2;

/** How long the rest of a batch waits after that, in milliseconds. */
const rest = 5_000;

function isFailure(outcome: Outcome): outcome is Outcome & { readonly kind: 'retry' } {
  return outcome.kind === 'retry' && outcome.scope === undefined;
}

/** The same for a parcel whose turn never came. */
export function notSent(outcome: Outcome): Outcome {
  return outcome.kind === 'retry' ? { ...outcome, mayHaveArrived: false } : outcome;
}

/**
 * A request for each parcel, one after the other. One that fails while others are answered concerns its own record; where
 * the far side has no ear for any of them, the rest is not sent, and none of it is to blame. `now`: epoch milliseconds.
 */
export async function eachInTurn(
  parcels: readonly Parcel[],
  send: (parcel: Parcel) => Promise<Outcome>,
  now: () => number,
): Promise<ReadonlyMap<string, Outcome>> {
  const sent = new Map<string, Outcome>();
  let failures = 0;
  let last: Outcome | undefined;
  for (const parcel of parcels) {
    if (failures >= mostFailures || last?.kind === 'throttled' || last?.kind === 'halted') break;
    last = await send(parcel);
    failures = isFailure(last) ? failures + 1 : 0;
    sent.set(parcel.ref, last);
  }
  const answered = [...sent.values()].some((outcome) => !isFailure(outcome));
  const forOthers: Outcome =
    !last || (answered && isFailure(last)) ? { kind: 'throttled', until: instantOf(now() + rest) } : notSent(last);
  return new Map(
    parcels.map(({ ref }) => {
      const outcome = sent.get(ref) ?? forOthers;
      return [ref, answered && isFailure(outcome) ? { ...outcome, scope: 'record' } : outcome];
    }),
  );
}
