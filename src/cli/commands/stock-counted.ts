import { Command } from 'commander';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { withAgent } from '../opened.ts';

/** `tillbridge stock counted`: after a stock-taking, the till's stock knows of every web order until then. */
export function stockCountedCommand(door: Door): Command {
  const { screen } = door;
  return new Command('counted')
    .option('--at <moment>', 'when it was counted, as the shop’s clocks showed: 2026-11-20T18:30 (now, without it)')
    .description('Says that the shop’s stock was counted: what the website sold until then is off the till’s stock.')
    .addHelpText(
      'after',
      examples(
        ['tillbridge stock counted', 'after a stock-taking, once its figures are in the till'],
        ['tillbridge stock counted --at 2026-11-20T18:30', 'orders placed later are still to be keyed'],
      ),
    )
    .action(
      door.ends(({ at }: { at?: string }) =>
        withAgent(door, async ({ agent, words }) => {
          const countedAt = agent.stock.counted(at);
          screen.say(`Web orders until ${words.moment(countedAt)} count as keyed into the till.`);
          screen.answer({ countedAt });
          return exitCodes.completed;
        }),
      ),
    );
}
