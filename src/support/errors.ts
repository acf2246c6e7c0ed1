/** What a failed run means to whoever called: it decides the exit code and the tray's state. */
export type ErrorReason =
  /** Settings, profile or command are wrong: somebody must change them. */
  | 'settings'
  /** Out of reach for now: nothing is lost, the next run goes on. */
  | 'unreachable'
  /** A guard asks. */
  | 'guard'
  /** Another run is under way. */
  | 'busy'
  /** Our own defect, or a machine that fails us. */
  | 'defect';

/**
 * An error that a person may see. `message` says what happened, in the gerund (`reading products from the till:
 * connection refused`); `hint` says what to do. Neither ever holds a secret or a customer's data.
 */
export class TillbridgeError extends Error {
  override readonly name = 'TillbridgeError';
  readonly reason: ErrorReason;
  readonly hint: string;

  constructor(reason: ErrorReason, message: string, options: { hint: string; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.reason = reason;
    this.hint = options.hint;
  }
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
