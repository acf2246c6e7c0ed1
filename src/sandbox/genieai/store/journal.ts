import { closeSync, createReadStream, existsSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { TillbridgeError } from '../../../support/errors.ts';
import { step } from './stored.ts';
import type { Step } from './stored.ts';

/** A file of JSON lines, each the steps of one commit. */
export interface Journal {
  /** Written before it returns: a process killed right after it has lost nothing. */
  append(steps: readonly Step[]): void;
  close(): void;
}

const commit = z.array(step);

/**
 * The commits in a journal, in order; none where there is no file. A last line that breaks off was being written when the
 * process died, so nobody was told of it: it is left out. Any other line that cannot be read throws.
 */
export async function* readJournal(file: string): AsyncGenerator<readonly Step[]> {
  if (!existsSync(file)) return;
  let broken: unknown;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    if (broken !== undefined) throw unreadable(broken);
    let steps: readonly Step[] = [];
    try {
      steps = commit.parse(JSON.parse(line));
    } catch (error) {
      broken = error;
    }
    yield steps;
  }
}

function unreadable(cause: unknown): TillbridgeError {
  return new TillbridgeError('settings', 'reading what the GenieAI sandbox kept: the file is damaged', {
    hint: 'Name another file with --storage, or delete this one to start empty.',
    cause,
  });
}

/** Replaces the journal by one that holds just these commits; the old one stands until the new one is complete. */
export function rewriteJournal(file: string, commits: Iterable<readonly Step[]>): void {
  const draft = `${file}.new`;
  const handle = openSync(draft, 'w');
  try {
    for (const steps of commits) writeSync(handle, `${JSON.stringify(steps)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}

/** Opens a journal for further commits. */
export function openJournal(file: string): Journal {
  const handle = openSync(file, 'a');
  return {
    append: (steps) => void writeSync(handle, `${JSON.stringify(steps)}\n`),
    close: () => closeSync(handle),
  };
}
