import { shopEdits } from '../../sandbox/shop/edits.ts';
import { websiteDay, type WebsiteDay } from '../../sandbox/shop/website/next-day.ts';
import type { RunReport } from '../../sync/agent-contract.ts';
import { showOneRun } from '../one-run.ts';
import type { Opened } from '../opened.ts';
import { sentIn } from '../run-lines.ts';
import type { Stage } from './stage.ts';

/** What the second run of a demonstration came to. */
export interface SecondRun {
  readonly report: RunReport;
  readonly day: WebsiteDay;
  /** Pieces that the website offered of what was sold out over the counter. */
  readonly offeredBefore: number | null;
}

/** The next day: some things happen in the shop, and only they are sent. */
export async function secondRun({ door, sample, till, website }: Stage, opened: Opened): Promise<SecondRun> {
  const { screen } = door;
  const usual = shopEdits(sample.till, till.dialect);
  const day = websiteDay(sample, till.dialect, usual);
  const edits = [...usual, day.soldOut, day.keyedIn];
  const offeredBefore = await website.stockOf(day.soldOut.variant.sku);
  screen.say('', 'The next day in the shop:', ...edits.map(({ says }) => `  ${says}`), '');
  await till.change(edits.flatMap(({ statements }) => statements));
  const report = await showOneRun(door, { opened, options: { full: true }, title: 'second run' });
  if (report.run.outcome !== 'completed') return { report, day, offeredBefore };
  const { words } = opened;
  const rows = Object.values(report.read).reduce((sum, { rows: read }) => sum + read, 0);
  const { opened: found, closed, open } = report.problems;
  screen.say(
    `Only the differences went: ${words.count(sentIn(report), 'record')} of ${words.count(rows, 'row')} in the till.`,
    `${words.number(closed)} mended by the till, ${words.number(found)} new, ${words.number(open)} still to mend.`,
  );
  return { report, day, offeredBefore };
}
