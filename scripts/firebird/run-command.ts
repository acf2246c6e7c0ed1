import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';

/** What goes to a command's standard input: text, bytes as they are, or such bytes in pieces. */
export type Input = string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** What a command is run with, besides its name and arguments. */
export interface RunOptions {
  /** What to call it in errors; its own name unless said. */
  readonly label?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly input?: Input;
}

/** Runs a command to its end and answers what it wrote. Throws with what it wrote to stderr when it fails or cannot be started. */
export async function runCommand(command: readonly [string, ...string[]], options: RunOptions = {}): Promise<string> {
  const [name, ...args] = command;
  const label = options.label ?? name;
  const child = spawn(name, args, {
    cwd: options.folder,
    env: { ...process.env, LC_ALL: 'C', ...options.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'SIGKILL'));
  });
  const [status, written, complaints] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
    // A command that fails early closes its input; its own words say more than EPIPE.
    pipeline(piecesOf(options.input ?? ''), child.stdin).catch(() => undefined),
  ]).catch((cause: unknown) => {
    throw new Error(`running ${label}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  });
  if (status !== 0) throw new Error(`running ${label} (${status}): ${complaints.trim() || written.trim()}`);
  return written;
}

function piecesOf(input: Input): Readable {
  return Readable.from(typeof input === 'string' || input instanceof Uint8Array ? [input] : input);
}
