import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { instant, localDate } from '../../model/ids.ts';
import { writeFileWholeNow } from '../../support/write-file.ts';

const waiting = z.object({
  day: localDate,
  tries: z.int().min(1),
  nextTryAt: instant.nullable(),
  what: z.string(),
  hint: z.string(),
  /** Who has got it already. */
  took: z.array(z.string()).default([]),
  /** Whom it was refused for good: left alone until somebody changes something. */
  refused: z.array(z.object({ address: z.string(), code: z.int() })).default([]),
});

const way = z.object({
  /** When it was first seen switched on: reports before that are nobody's loss. */
  since: instant,
  /** The newest day whose report went out. */
  done: localDate.nullable(),
  waiting: waiting.nullable(),
});

const record = z.object({ folder: way.optional(), mail: way.optional() });

/** What became of the reports of one way. */
export type WayRecord = z.infer<typeof way>;
/** Who of a report's recipients has been settled by earlier tries of it. */
export type Settled = Pick<z.infer<typeof waiting>, 'took' | 'refused'>;
/** As it is before the first try. */
export const nobodyYet: Settled = { took: [], refused: [] };
/** What was sent last and what waits, in each way that is on. */
export type ReportRecord = z.infer<typeof record>;

const fileOf = (home: string) => join(home, 'reports.json');

/** What was sent last. It stands in a file of its own, so that a lost database sends nothing twice. */
export function readReportRecord(home: string): ReportRecord {
  try {
    return record.parse(JSON.parse(readFileSync(fileOf(home), 'utf8')));
  } catch {
    // None, or one that nobody can read: what is due from now on goes out.
    return {};
  }
}

/** Keeps it, whole or not at all. */
export function writeReportRecord(home: string, kept: ReportRecord): void {
  writeFileWholeNow(fileOf(home), `${JSON.stringify(kept, undefined, 2)}\n`);
}
