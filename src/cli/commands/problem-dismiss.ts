import { Command } from 'commander';
import { TillbridgeError } from '../../support/errors.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { legible } from '../legible.ts';
import { withAgent } from '../opened.ts';
import { numberFrom } from '../parse-options.ts';
import { problemNumbered } from './problem-show.ts';

/** `tillbridge problems dismiss`: says why something may stay as it is, until its value changes. */
export function problemDismissCommand(door: Door): Command {
  const { screen } = door;
  return new Command('dismiss')
    .argument('<id>', 'the number that `tillbridge problems` shows', numberFrom)
    .requiredOption('--reason <text>', 'why it may stay')
    .description('Takes a problem off the list until the value changes in the till.')
    .addHelpText(
      'after',
      examples(['tillbridge problems dismiss 17 --reason "moved abroad"', 'with the reason for whoever asks later']),
    )
    .action(
      door.ends((id: number, { reason }: { reason: string }) =>
        withAgent(door, async ({ agent }) => {
          const { name, state } = problemNumbered(agent, id);
          if (!agent.problems.dismiss(id, reason)) {
            throw new TillbridgeError('settings', `dismissing problem ${id}: it is ${state} already`, {
              hint: 'Only an open problem can be dismissed.',
            });
          }
          screen.say(`Dismissed: ${legible(name)}. It comes back when the value changes.`);
          screen.answer({ dismissed: agent.problems.get(id) });
          return exitCodes.completed;
        }),
      ),
    );
}
