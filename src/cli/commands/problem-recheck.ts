import { Command } from 'commander';
import type { RecheckAnswer } from '../../sync/agent-contract.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { withAgent } from '../opened.ts';
import { numberFrom } from '../parse-options.ts';
import type { Tone } from '../screen.ts';

const marks: Record<RecheckAnswer['result'], readonly [mark: string, tone: Tone]> = {
  mended: ['✓', 'good'],
  gone: ['–', 'quiet'],
  changed: ['!', 'careful'],
  'still-wrong': ['!', 'bad'],
};

/** `tillbridge problems recheck`: reads that one row again and answers at once. */
export function problemRecheckCommand(door: Door): Command {
  const { screen } = door;
  return new Command('recheck')
    .argument('<id>', 'the number that `tillbridge problems` shows', numberFrom)
    .description('Reads that one row of the till again and says whether it is mended.')
    .addHelpText('after', examples(['tillbridge problems recheck 17', 'right after mending it in the till']))
    .action(
      door.ends((id: number) =>
        withAgent(door, async ({ agent }) => {
          const answer = await agent.recheck(id, door.signal);
          const [mark, tone] = marks[answer.result];
          screen.say(`${screen.paint(tone, mark)} ${answer.says}`);
          screen.answer(answer);
          return exitCodes.completed;
        }),
      ),
    );
}
