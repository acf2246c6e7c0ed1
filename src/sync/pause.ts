import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { instant, type Instant } from '../model/ids.ts';
import { writeFileWholeNow } from '../support/write-file.ts';

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
  if (until === null) rmSync(file, { force: true });
  else writeFileWholeNow(file, JSON.stringify({ until }));
}
