import { Command } from 'commander';
import { TillbridgeError } from '../../support/errors.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { legible } from '../legible.ts';
import { withAgent } from '../opened.ts';
import { table, type Column } from '../table.ts';

const columns: readonly Column[] = [
  { heading: 'Number', elastic: true },
  { heading: 'Article', elastic: true },
  { heading: 'Website', align: 'right' },
  { heading: 'Probably because', wraps: true },
  { heading: 'Seen' },
];

/** `tillbridge stock drift`: where the website has more or less than it was given and sold. */
export function stockDriftCommand(door: Door): Command {
  const { screen } = door;
  return new Command('drift')
    .description('Lists the articles of which the website has more or less than it should, with the likely cause.')
    .addHelpText('after', examples(['tillbridge stock drift', 'what does not add up']))
    .action(
      door.ends(() =>
        withAgent(door, async ({ agent, words }) => {
          const drifts = agent.stock.drift();
          if (drifts.length === 0)
            screen.say('Nothing: the website has what it was given, less what was ordered there.');
          else {
            const rows = drifts.map(({ sku, variant, name, difference, cause, firstSeenAt }) => [
              legible(sku ?? variant),
              legible(name),
              `${words.number(Math.abs(difference))} ${difference < 0 ? 'too few' : 'too many'}`,
              cause,
              words.ago(firstSeenAt, door.now()),
            ]);
            screen.say(...table(columns, rows, screen.width));
            screen.say('To bring them in step with the till: tillbridge stock mend, with their numbers, or --all.');
          }
          screen.answer({ drifts });
          return exitCodes.completed;
        }),
      ),
    );
}

/** `tillbridge stock mend`: accepts what the website has, so that the next run brings it to what it should have. */
export function stockMendCommand(door: Door): Command {
  const { screen } = door;
  return new Command('mend')
    .argument('[numbers...]', 'article numbers of the website, as `tillbridge stock drift` shows them')
    .option('--all', 'everything that `tillbridge stock drift` shows')
    .description(
      'Brings articles back in step with the till; the website begins to count those of which it counted none.',
    )
    .addHelpText(
      'after',
      examples(
        ['tillbridge stock mend R-118', 'the next run brings it to what it should have'],
        ['tillbridge stock mend --all', 'everything that does not add up'],
      ),
    )
    .action(
      door.ends((numbers: readonly string[], { all = false }: { all?: boolean }) =>
        withAgent(door, async ({ agent, words }) => {
          if (numbers.length === 0 && !all) {
            throw new TillbridgeError('settings', 'mending the website’s stock: no number was given', {
              hint: 'Name the articles: tillbridge stock mend R-118, or --all.',
            });
          }
          const answer = await agent.stock.mend(all ? 'all' : numbers, door.signal);
          const { mended, counting, underWay } = answer;
          if (mended.length > 0)
            screen.say(`${words.count(mended.length, 'article')} will be right with the next run.`);
          if (counting.length > 0)
            screen.say(`The website counts ${words.count(counting.length, 'article')} from now on.`);
          if (underWay.length > 0) {
            screen.say(
              `${words.count(underWay.length, 'article')} with a change under way: try again after the next run.`,
            );
          }
          if (mended.length + counting.length + underWay.length === 0) screen.say('There was nothing to mend.');
          screen.answer(answer);
          return exitCodes.completed;
        }),
      ),
    );
}
