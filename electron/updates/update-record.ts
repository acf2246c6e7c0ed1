import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeFileWholeNow } from '../../src/support/write-file.ts';

const record = z.object({
  /** The version that was replaced, whose data is kept. */
  from: z.string(),
  to: z.string(),
  /** How often the new version has been started without proving itself. */
  starts: z.int(),
  isRolledBack: z.boolean(),
});

/** An update that has not proven itself yet. */
export type UpdateRecord = z.infer<typeof record>;

// Not among the files that are kept and put back: what happened stays known.
function fileOf(home: string): string {
  return path.join(home, 'update', 'record.json');
}

/** The update that has not proven itself; undefined where there is none. */
export function readUpdateRecord(home: string): UpdateRecord | undefined {
  try {
    return record.parse(JSON.parse(readFileSync(fileOf(home), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Writes it down whole; undefined when the update has proven itself. */
export function writeUpdateRecord(home: string, update: UpdateRecord | undefined): void {
  const file = fileOf(home);
  if (update) writeFileWholeNow(file, JSON.stringify(update));
  else rmSync(file, { force: true });
}
