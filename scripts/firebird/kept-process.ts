import { spawn } from 'node:child_process';
import { Socket } from 'node:net';

/** A process that does not outlive us. */
export interface KeptProcess {
  /** What it wrote so far, for when it would not start. */
  output(): string;
  /** Kills it, as a power cut would, and resolves when it is gone. */
  kill(): Promise<void>;
}

/** What to run, and what to run after our own death. */
export interface KeptCommand {
  readonly command: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string>>;
  /** A line of shell that ends what `command` started elsewhere; runs whenever it ends. */
  readonly afterwards?: string;
  /** A line of shell that removes what is left, where we die without a `kill`. */
  readonly afterOurDeath?: string;
}

/**
 * Starts a server under a small keeper that holds a pipe from us. The pipe closes in whatever way we end, SIGKILL
 * included; the keeper then kills the server and clears up after it, so that a broken-off run leaves nothing behind.
 */
export function startKept({ command, environment, afterwards = ':', afterOurDeath = ':' }: KeptCommand): KeptProcess {
  const keeper = `"$@" </dev/null & server=$!
read -r word
kill -KILL $server; wait $server 2>/dev/null
${afterwards}
if [ "$word" != keep ]; then ${afterOurDeath}; fi`;
  const child = spawn('/bin/sh', ['-c', keeper, 'keeper', ...command], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C ends us, and then the keeper does its work.
    detached: true,
  });
  let output = '';
  const collect = (piece: Buffer | string): void => {
    output = (output + piece.toString()).slice(-4000);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  child.stdin.on('error', () => undefined);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', ({ message }) => {
      collect(message);
      resolve();
    });
  });
  child.unref();
  for (const stream of child.stdio) if (stream instanceof Socket) stream.unref();
  return {
    output: () => output,
    async kill() {
      child.ref();
      child.stdin.end('keep\n');
      await gone;
    },
  };
}
