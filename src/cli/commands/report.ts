import path from 'node:path';
import { Command } from 'commander';
import { gatherExceptions } from '../../sync/exceptions.ts';
import { TillbridgeError, messageOf } from '../../support/errors.ts';
import { writeFileWhole } from '../../support/write-file.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { withAgent } from '../opened.ts';

interface Options {
  readonly html?: string;
  readonly csv?: string;
  readonly bom?: boolean;
}

async function written(file: string, text: string): Promise<string> {
  const whole = path.resolve(file);
  try {
    await writeFileWhole(whole, text);
    return whole;
  } catch (cause) {
    throw new TillbridgeError('settings', `writing the report to ${whole}: ${messageOf(cause)}`, {
      hint: 'Name a file in a folder that you may write to.',
      cause,
    });
  }
}

/** `tillbridge report`: the open problems as a page to read or print, and as a table. */
export function reportCommand(door: Door): Command {
  const { screen } = door;
  return new Command('report')
    .description('Writes what is to mend as a page to read or print, and as a table for a spreadsheet.')
    .option('--html <file>', 'the page (else report.html in the home folder, where no --csv is given)')
    .option('--csv <file>', 'the table, one row for each problem')
    .option('--bom', 'with a byte-order mark in the table, which Excel needs for é and £')
    .addHelpText(
      'after',
      examples(
        ['tillbridge report', 'report.html in the home folder'],
        ['tillbridge report --html monday.html', 'a page to print'],
        ['tillbridge report --csv to-mend.csv --bom', 'a table for Excel'],
      ),
    )
    .action(
      door.ends(({ html, csv, bom = false }: Options) =>
        withAgent(door, async ({ agent, settings, words }) => {
          const { report, page, table } = gatherExceptions(agent.problems, { shop: settings.shop, now: door.now() });
          const pageFile = html ?? (csv === undefined ? path.join(door.home(), 'report.html') : undefined);
          const files = [
            ...(pageFile === undefined ? [] : [await written(pageFile, page())]),
            ...(csv === undefined ? [] : [await written(csv, table({ bom }))]),
          ];
          screen.say(`${words.number(report.count)} to mend. Written: ${files.join(', ')}`);
          screen.say('The report holds customers’ data: keep it in the shop.');
          screen.answer({ problems: report.count, money: report.money, files });
          return exitCodes.completed;
        }),
      ),
    );
}
