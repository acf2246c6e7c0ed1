import { CommanderError } from 'commander';
import { homeFolder } from '../settings/home-folder.ts';
import { createSecrets } from '../settings/secrets.ts';
import type { Clock } from '../support/clock.ts';
import { TillbridgeError, messageOf } from '../support/errors.ts';
import { createAsk } from './ask.ts';
import type { Door } from './door.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { createProgram } from './program.ts';
import { createScreen, errorLines, type Screen } from './screen.ts';

/** What the command line runs in. */
export interface CliParts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly now: Clock;
  /** Aborted when somebody wants the command to end. */
  readonly signal: AbortSignal;
}

function failed(screen: Screen, error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version end the same way as mistakes do, with a zero; commander has said its piece by now.
    if (error.exitCode === 0) return exitCodes.completed;
    screen.answer({ error: { reason: 'usage', message: error.message, hint: 'See `tillbridge --help`.' } });
    return exitCodes.settings;
  }
  const { reason, hint } =
    error instanceof TillbridgeError
      ? error
      : {
          reason: 'defect' as const,
          hint: 'This is a mistake in Tillbridge. The log in the home folder has the details.',
        };
  screen.complain(...errorLines(screen, messageOf(error), hint));
  screen.answer({ error: { reason, message: messageOf(error), hint } });
  return exitCodes[reason];
}

/** Runs one command line (without the names of node and of the script) and answers its exit code. Never throws. */
export async function runCli(argv: readonly string[], parts: CliParts): Promise<ExitCode> {
  const { environment, stdin, stdout, stderr, now, signal } = parts;
  const screen = createScreen({ json: argv.includes('--json'), stdout, stderr });
  let code: ExitCode = exitCodes.completed;
  const door: Door = {
    environment,
    now,
    screen,
    signal,
    stdin,
    ask: createAsk(stdin, stderr, signal),
    home: () => homeFolder(program.opts<{ home?: string }>().home, environment),
    secrets: () => createSecrets({ home: door.home(), environment }),
    ends:
      (work) =>
      async (...given) => {
        code = await work(...given);
      },
  };
  const program = createProgram(door);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return failed(screen, error);
  }
}
