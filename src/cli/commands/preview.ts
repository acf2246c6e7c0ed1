import { Command } from 'commander';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { labelsOf, withAgent } from '../opened.ts';
import { previewLines } from '../preview-lines.ts';
import { createProgress } from '../progress.ts';
import { allowOption, holdOption } from '../parse-options.ts';
import type { RunOptions } from '../../sync/agent-contract.ts';

/** `tillbridge preview`: a rehearsal that reads, checks and counts, and sends nothing. */
export function previewCommand(door: Door): Command {
  const { screen, now, signal } = door;
  return new Command('preview')
    .description('Reads and checks everything and says what a run would send, how long it would take, and what waits.')
    .option('--full', 'read everything, also where a quick pass would do')
    .addOption(allowOption())
    .addOption(holdOption())
    .addHelpText(
      'after',
      examples(
        ['tillbridge preview', 'before the first sync, or after changing settings'],
        ['tillbridge preview --json', 'the counts for a script'],
      ),
    )
    .action(
      door.ends((options: Pick<RunOptions, 'full' | 'allow' | 'hold'>) =>
        withAgent(door, async ({ agent, words }) => {
          const wording = { screen, words, labels: labelsOf(agent) };
          const progress = createProgress({ ...wording, now });
          const preview = await agent.preview({ ...options, signal, onProgress: progress.onProgress });
          progress.done();
          screen.say(...previewLines(preview, wording));
          screen.answer(preview);
          return preview.guard ? exitCodes.guard : exitCodes.completed;
        }),
      ),
    );
}
