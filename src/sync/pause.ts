import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { instant, type Instant } from '../model/ids.ts';

const content = z.object({ until: instant });

function fileOf(home: string): string {
  return join(home, 'paused.json');
}

/**
 * Until when this home runs nothing by itself; null where it does. It stands in a file of its own, so that it can be said
 * and seen also where the database cannot be opened.
 */
export function pausedUntil(home: string, now: number): Instant | null {
  try {
    const { until } = content.parse(JSON.parse(readFileSync(fileOf(home), 'utf8')));
    return Date.parse(until) > now ? until : null;
  } catch {
    // None, or one that nobody can read: what is due goes on.
    return null;
  }
}

/** Says until when this home is to run nothing by itself; null ends the pause. */
export function setPause(home: string, until: Instant | null): void {
  const file = fileOf(home);
  if (until === null) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(home, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify({ until }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
