import { Command } from 'commander';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { legible } from '../legible.ts';
import { withAgent } from '../opened.ts';
import { table } from '../table.ts';

/** `tillbridge stock alias`: which article of the till an article of the website is, where their numbers do not say so. */
export function stockAliasCommand(door: Door): Command {
  const { screen } = door;
  return new Command('alias')
    .argument('[article]', 'the number of the till’s article')
    .argument('[variant]', 'the number of the same article on the website')
    .option('--remove <variant>', 'takes back what was said of this number of the website')
    .description('Says which article of the till an article of the website is; without arguments, lists what was said.')
    .addHelpText(
      'after',
      examples(
        ['tillbridge stock alias R-118 SQ1234567', 'the website’s SQ1234567 is the till’s R-118'],
        ['tillbridge stock alias', 'what was said so far'],
        ['tillbridge stock alias --remove SQ1234567', 'take it back'],
      ),
    )
    .action(
      door.ends((article: string | undefined, variant: string | undefined, { remove }: { remove?: string }) =>
        withAgent(door, async ({ agent }) => {
          const { stock } = agent;
          if (remove !== undefined) {
            const done = stock.unsay(remove);
            screen.say(done ? `Taken back: ${legible(remove)}.` : `Nothing was said of ${legible(remove)}.`);
          } else if (article !== undefined && variant !== undefined) {
            stock.say(article, variant);
            screen.say(`From the next run on, the website’s ${legible(variant)} is the till’s ${legible(article)}.`);
          } else {
            const rows = stock.aliases().map((alias) => [legible(alias.variant), legible(alias.article)]);
            if (rows.length === 0)
              screen.say('Nothing was said so far: numbers and barcodes say which article is which.');
            else screen.say(...table([{ heading: 'Website' }, { heading: 'Till' }], rows, screen.width));
          }
          screen.answer({ aliases: stock.aliases() });
          return exitCodes.completed;
        }),
      ),
    );
}
