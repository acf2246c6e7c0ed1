import { Command, Option } from 'commander';
import { gatherExceptions, type ExceptionsAsked } from '../../sync/exceptions.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { withAgent } from '../opened.ts';
import { problemLines } from '../problem-lines.ts';
import { problemDismissCommand } from './problem-dismiss.ts';
import { problemRecheckCommand } from './problem-recheck.ts';
import { problemShowCommand } from './problem-show.ts';

type Options = NonNullable<ExceptionsAsked['filter']> & { readonly all?: boolean };

const usuallyShown = 5;

/** `tillbridge problems`: what staff should mend in the till, by cause, the dearest first. */
export function problemsCommand(door: Door): Command {
  const { screen } = door;
  return new Command('problems')
    .description('Lists what staff should mend in the till, by cause, with what to type and what waits with it.')
    .addOption(new Option('--kind <kind>', 'only those').choices(['customer', 'product', 'sale', 'stock', 'price']))
    .option('--rule <code>', 'only this rule: bad_phone')
    .addOption(new Option('--state <state>', 'only those').choices(['open', 'dismissed', 'closed']).default('open'))
    .option('--search <text>', 'only those with this in name, number or value')
    .option('--all', 'every one, not only the first five of each cause')
    .addHelpText(
      'after',
      examples(
        ['tillbridge problems', 'what is to mend'],
        ['tillbridge problems --rule bad_phone --all', 'every telephone number that cannot be called'],
        ['tillbridge problems --search Harper', 'everything about somebody'],
        ['tillbridge problems show 17', 'one in full'],
        ['tillbridge problems recheck 17', 'mended? read that one row again'],
      ),
    )
    .addCommand(problemShowCommand(door))
    .addCommand(problemDismissCommand(door))
    .addCommand(problemRecheckCommand(door))
    .action(
      door.ends(({ all = false, ...filter }: Options) =>
        withAgent(door, async ({ agent, settings, words }) => {
          const now = door.now();
          const { report } = gatherExceptions(agent.problems, { shop: settings.shop, now, filter });
          const each = all ? Number.POSITIVE_INFINITY : usuallyShown;
          screen.say(...problemLines(report, { screen, words, now, each }));
          screen.answer({
            problems: report.causes.flatMap(({ problems }) => problems),
            count: report.count,
            money: report.money,
          });
          return exitCodes.completed;
        }),
      ),
    );
}
