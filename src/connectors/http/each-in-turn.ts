import type { Outcome, Parcel } from '../contract.ts';

/** What every other request of the batch would only be told again. */
function concernsAll(outcome: Outcome): boolean {
  if (outcome.kind === 'retry') return outcome.scope === undefined;
  return outcome.kind === 'throttled' || outcome.kind === 'halted';
}

/** The same for a parcel whose turn never came. */
export function notSent(outcome: Outcome): Outcome {
  return outcome.kind === 'retry' ? { ...outcome, mayHaveArrived: false } : outcome;
}

/** A request for each parcel, one after the other. Once the far side has no ear for any of them, the rest is not sent. */
export async function eachInTurn(
  parcels: readonly Parcel[],
  send: (parcel: Parcel) => Promise<Outcome>,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  let stop: Outcome | undefined;
  for (const parcel of parcels) {
    const outcome = stop ? notSent(stop) : await send(parcel);
    if (concernsAll(outcome)) stop ??= outcome;
    outcomes.set(parcel.ref, outcome);
  }
  return outcomes;
}
