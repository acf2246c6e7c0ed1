import { Command } from 'commander';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { withAgent } from '../opened.ts';
import { numberFrom } from '../parse-options.ts';
import { stockAgeWords, stockCells, stockColumns } from '../stock-lines.ts';
import { table } from '../table.ts';
import { stockAliasCommand } from './stock-alias.ts';
import { stockCountedCommand } from './stock-counted.ts';
import { stockDriftCommand, stockMendCommand } from './stock-drift.ts';

interface Options {
  readonly late?: boolean;
  readonly limit: number;
}

/** `tillbridge stock`: what the website shows of every article, how old that is, and why where it is older. */
export function stockCommand(door: Door): Command {
  const { screen } = door;
  const command = new Command('stock')
    .description('Lists the articles of the website: what the till has, what the website shows, and how old that is.')
    .option('--late', 'only those whose figure is older than the last reading of the till')
    .option('--limit <number>', 'at most so many', numberFrom, 50)
    .addHelpText(
      'after',
      examples(
        ['tillbridge stock --late', 'what is not up to date on the website, and why'],
        ['tillbridge stock drift', 'where the website has more or less than it should'],
        ['tillbridge stock mend R-118', 'bring it in step with the next run'],
        ['tillbridge stock alias R-118 SQ1234567', 'the website’s SQ1234567 is the till’s R-118'],
      ),
    )
    .action(
      door.ends(({ late = false, limit }: Options) =>
        withAgent(door, async ({ agent, words }) => {
          const age = agent.stock.age();
          const all = agent.stock.list().filter(({ because }) => !late || because !== null);
          if (agent.stock.website === null) screen.say('The settings name no website.');
          else if (age === null)
            screen.say('The till’s stock is not sent to the website: see website.stock in settings.json.');
          else screen.say(`Stock on ${agent.stock.website.label}: ${stockAgeWords(age, words, door.now())}.`);
          const shown = all.slice(0, limit);
          const rows = shown.map((line) => stockCells(line, words, door.now()));
          if (rows.length > 0) screen.say(...table(stockColumns, rows, screen.width));
          if (all.length > shown.length)
            screen.say(`… and ${words.count(all.length - shown.length, 'more', 'more')}: --limit`);
          screen.answer({ age, articles: all });
          return exitCodes.completed;
        }),
      ),
    );
  command.addCommand(stockDriftCommand(door));
  command.addCommand(stockMendCommand(door));
  command.addCommand(stockAliasCommand(door));
  command.addCommand(stockCountedCommand(door));
  return command;
}
