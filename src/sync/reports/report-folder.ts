import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LocalDate } from '../../model/ids.ts';
import type { ReportSettings } from '../../settings/reports.ts';
import { messageOf, TillbridgeError } from '../../support/errors.ts';
import { writeFileWhole } from '../../support/write-file.ts';
import type { Exceptions } from '../exceptions.ts';

const ours = /^to-mend-(?<day>\d{4}-\d\d-\d\d)\.(?:html|csv)$/;
const dayLength = 86_400_000;

/** The name of a day's report, without its ending. */
export function reportName(day: LocalDate): string {
  return `to-mend-${day}`;
}

/** Where the reports of a home go. */
export function reportFolder(home: string, { directory }: Pick<ReportSettings['folder'], 'directory'>): string {
  return resolve(home, directory);
}

/** Writes a day's page and table, and deletes those that are older than the settings want; nothing else in the folder is touched. Throws a `TillbridgeError`. */
export async function writeReport(
  exceptions: Pick<Exceptions, 'page' | 'table'>,
  { folder, keepDays, day }: { readonly folder: string; readonly keepDays: number; readonly day: LocalDate },
): Promise<void> {
  await inFolder(folder, async () => {
    await writeFileWhole(join(folder, `${reportName(day)}.html`), exceptions.page());
    await writeFileWhole(join(folder, `${reportName(day)}.csv`), exceptions.table({ bom: true }));
    const oldest = new Date(Date.parse(`${day}T00:00:00Z`) - keepDays * dayLength).toISOString().slice(0, 10);
    const old = (await readdir(folder)).filter((name) => (ours.exec(name)?.groups?.['day'] ?? day) < oldest);
    await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
  });
}

/** Writes a file into the folder and takes it away again. Throws a `TillbridgeError`. */
export async function tryFolder(folder: string): Promise<void> {
  await inFolder(folder, async () => {
    const probe = join(folder, '.tillbridge-test');
    await writeFileWhole(probe, '');
    await rm(probe, { force: true });
  });
}

async function inFolder(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw new TillbridgeError('settings', `writing the report to ${folder}: ${messageOf(cause)}`, {
      hint: 'Name a folder that you may write to; where it is on another computer, that has to be on.',
      cause,
    });
  }
}
