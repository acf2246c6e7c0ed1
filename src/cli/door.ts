import type { Secrets } from '../settings/secrets.ts';
import type { Clock } from '../support/clock.ts';
import type { Ask } from './ask.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Screen } from './screen.ts';

/** Everything that a command may touch of the world around it. */
export interface Door {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: Clock;
  readonly screen: Screen;
  /** Undefined where nobody sits at a terminal. */
  readonly ask: Ask | undefined;
  readonly stdin: NodeJS.ReadStream;
  /** Aborted when somebody wants the command to end. */
  readonly signal: AbortSignal;
  /** The home folder, absolute. Known once the command line is parsed. */
  home(): string;
  /** The secrets of the home folder. */
  secrets(): Secrets;
  /** Makes a command's action of work that ends with an exit code. */
  ends<Given extends unknown[]>(work: (...given: Given) => Promise<ExitCode>): (...given: Given) => Promise<void>;
}
