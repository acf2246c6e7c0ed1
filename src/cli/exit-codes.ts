import type { RunOutcome } from '../sync/agent-contract.ts';
import type { ErrorReason } from '../support/errors.ts';

/** What scripts and task schedulers are told. They stand: other people's scripts depend on them. */
export const exitCodes = {
  /** Done; problems may be open. */
  completed: 0,
  /** Our own defect, or a machine that fails us. */
  defect: 1,
  /** Wrong usage or settings. */
  settings: 2,
  /** Could not complete; nothing is lost, and the next run goes on. */
  unreachable: 3,
  /** A guard stopped the run. */
  guard: 4,
  /** Another run is under way. */
  busy: 5,
} as const satisfies Record<ErrorReason | 'completed', number>;

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The exit code of a run. One that a person broke off counts as not completed. */
export function exitCodeOf(run: RunOutcome): ExitCode {
  switch (run.outcome) {
    case 'completed':
      return exitCodes.completed;
    case 'stopped':
      return run.guard ? exitCodes.guard : exitCodes.unreachable;
    case 'failed':
      return exitCodes[run.errorReason ?? 'unreachable'];
    default:
      return run.outcome satisfies never;
  }
}
