import type { RunOptions, RunReport } from '../sync/agent-contract.ts';
import type { Door } from './door.ts';
import { labelsOf, type Opened } from './opened.ts';
import { createProgress } from './progress.ts';
import { finishedLines, stoppedLines, type RunWording } from './run-lines.ts';

/** What a run is done with on the command line. */
export interface OneRun {
  readonly opened: Opened;
  readonly options: Omit<RunOptions, 'signal' | 'onProgress'>;
  /** Stands at the head: "first run". */
  readonly title?: string;
}

/** Does one run and shows how it comes along and how it ended; what it means is the caller's to say. */
export async function showOneRun(door: Door, { opened, options, title }: OneRun): Promise<RunReport> {
  const { agent, settings, words } = opened;
  const { screen, now, signal } = door;
  const wording: RunWording = { screen, words, labels: labelsOf(agent) };
  const which = title ?? (agent.status().lastRun === null ? 'first run' : words.moment(new Date(now()).toISOString()));
  screen.say(`${screen.paint('strong', 'Tillbridge')} · ${settings.shop.name} · ${which}`);
  const progress = createProgress({ ...wording, now });
  try {
    const report = await agent.sync({ ...options, signal, onProgress: progress.onProgress });
    progress.done();
    screen.say(...finishedLines(report, progress.readFor(), wording), '', ...stoppedLines(report, screen));
    return report;
  } finally {
    progress.done();
  }
}
