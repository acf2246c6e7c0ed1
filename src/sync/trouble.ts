import { TillbridgeError, messageOf, type ErrorReason } from '../support/errors.ts';

/** What went wrong on the way, for the run's record and its exit code. */
export interface Trouble {
  readonly reason: string;
  readonly hint: string;
  readonly errorReason: ErrorReason;
}

/** What was thrown, for the run's record. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof TillbridgeError) return { reason: error.message, hint: error.hint, errorReason: error.reason };
  return {
    reason: messageOf(error),
    hint: 'Nothing is lost: the next run goes on from here. If it happens again, send the log to support.',
    errorReason: 'defect',
  };
}

/** The trouble that work with a source or destination ran into, if it did. Throws where the signal is aborted, and for defects. */
export async function troubleIn(signal: AbortSignal, work: () => Promise<void>): Promise<Trouble | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (signal.aborted || !(error instanceof TillbridgeError) || error.reason === 'defect') throw error;
    return troubleOf(error);
  }
}

/** The one that a run is to speak of: what only a person can mend comes before what may mend itself. */
export function worstOf(troubles: readonly (Trouble | undefined)[]): Trouble | undefined {
  const all = troubles.filter((each) => each !== undefined);
  return all.find(({ errorReason }) => errorReason === 'settings') ?? all[0];
}
