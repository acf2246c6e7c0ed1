import path from 'node:path';
import { writeFileWhole } from '../../support/write-file.ts';
import type { Words } from '../../support/words.ts';
import type { RunReport } from '../../sync/agent-contract.ts';
import { gatherExceptions } from '../../sync/exceptions.ts';
import { showOneRun } from '../one-run.ts';
import { labelsOf, type Opened } from '../opened.ts';
import { sentIn } from '../run-lines.ts';
import { summaryLines } from '../summary-lines.ts';
import type { Stage } from './stage.ts';

const usualRequestsPerMinute = 120;
const recordsPerRequest = 200;

/** What the stand-ins' missing limits have to do with the time that the first run took. */
function paceLines(report: RunReport, words: Words): readonly string[] {
  const minutes = sentIn(report) / recordsPerRequest / usualRequestsPerMinute;
  return [
    `GenieAI and Squarespace are stand-ins on this computer here, without the real ones’ limits of requests a minute.`,
    ...(minutes > 1
      ? [`With them the first run takes about ${words.span(minutes * 60_000)}; later ones send next to nothing.`]
      : []),
  ];
}

/** The first run of a demonstration: everything goes, and what is to mend is told and written down. */
export async function firstRun({ door }: Stage, opened: Opened): Promise<RunReport> {
  const { screen } = door;
  const { agent, settings, words } = opened;
  const report = await showOneRun(door, { opened, options: {}, title: 'first run' });
  if (report.run.outcome !== 'completed') return report;
  const exceptions = gatherExceptions(agent.problems, { shop: settings.shop, now: door.now() });
  const { both } = agent.people.counts();
  screen.say(
    `${words.count(both, 'customer')} ${both === 1 ? 'is' : 'are'} known from both, the till and the website: each is one contact in GenieAI.`,
  );
  screen.say(...summaryLines(report, exceptions, { screen, words, labels: labelsOf(agent) }));
  await writeFileWhole(path.join(door.home(), 'report.html'), exceptions.page());
  screen.say(...paceLines(report, words).map((line) => screen.paint('quiet', line)));
  return report;
}
