#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { systemClock } from './support/clock.ts';

/** Ends the command cleanly at the first signal, and at once at the second. */
function endOnSignals(): AbortSignal {
  const ending = new AbortController();
  const end = () => {
    if (ending.signal.aborted) process.exit(130);
    ending.abort(new Error('somebody asked it to end'));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, end);
  return ending.signal;
}

if (import.meta.main) {
  // Most of a start is understanding the source: what Node made of it is kept for the next start, so it has to come first.
  enableCompileCache();
  const { runCli } = await import('./cli/run-cli.ts');
  // `tillbridge problems | head` closes our stdout early: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.exitCode = await runCli(process.argv.slice(2), {
    environment: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    now: systemClock,
    signal: endOnSignals(),
  });
}
