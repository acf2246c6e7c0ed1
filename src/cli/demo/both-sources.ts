import type { Opened } from '../opened.ts';
import type { SecondRun } from './second-run.ts';
import type { Stage } from './stage.ts';

/** What a website changes, shown on what happened in the two runs: one customer, one ring, one order. */
export async function showBothSources(stage: Stage, opened: Opened, second: SecondRun): Promise<void> {
  const { screen } = stage.door;
  screen.say('', screen.paint('strong', 'The till and the website together'));
  screen.say(...(await ringLines(stage, second)));
  void opened;
}

async function ringLines({ website }: Stage, { day, offeredBefore }: SecondRun): Promise<readonly string[]> {
  const { variant, key } = day.soldOut;
  const offered = await website.stockOf(variant.sku);
  return [
    `One piece is sold once: ${variant.name} (${variant.sku})`,
    `  in the morning  the website offered ${offeredBefore ?? 'any number'}`,
    `  at the counter  the last one went over it as sale ${key}`,
    `  after the run   the website offers ${offered ?? 'any number'}`,
  ];
}
