import path from 'node:path';
import { Command } from 'commander';
import { gatherExceptions } from '../../sync/exceptions.ts';
import { TillbridgeError, messageOf } from '../../support/errors.ts';
import { writeFileWhole } from '../../support/write-file.ts';
import type { Agent } from '../../sync/agent-contract.ts';
import { checkLines } from '../check-lines.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { withAgent } from '../opened.ts';

interface Options {
  readonly html?: string;
  readonly csv?: string;
  readonly bom?: boolean;
  readonly send?: boolean;
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

/** Sends one as the settings say it goes out by itself. */
async function sendNow(agent: Agent, { screen, signal }: Door): Promise<ExitCode> {
  const lines = await agent.reports.sendNow(signal);
  screen.say(...checkLines(lines, screen));
  screen.answer({ ok: lines.every(({ ok }) => ok), lines });
  const bad = lines.find(({ ok }) => !ok);
  return bad ? exitCodes[bad.errorReason ?? 'unreachable'] : exitCodes.completed;
}

/** `tillbridge report`: the open problems as a page to read or print, and as a table; or by mail, as the settings say. */
export function reportCommand(door: Door): Command {
  const { screen } = door;
  return new Command('report')
    .description('Writes what is to mend as a page to read or print, and as a table for a spreadsheet.')
    .option('--html <file>', 'the page (else report.html in the home folder, where no --csv is given)')
    .option('--csv <file>', 'the table, one row for each problem')
    .option('--bom', 'with a byte-order mark in the table, which Excel needs for é and £')
    .option('--send', 'sends one now, as the settings say that reports go out by themselves')
    .addHelpText(
      'after',
      examples(
        ['tillbridge report', 'report.html in the home folder'],
        ['tillbridge report --html monday.html', 'a page to print'],
        ['tillbridge report --csv to-mend.csv --bom', 'a table for Excel'],
        ['tillbridge report --send', 'into the folder and by mail, now'],
      ),
    )
    .action(
      door.ends(({ html, csv, bom = false, send = false }: Options) =>
        withAgent(door, async ({ agent, settings, words }) => {
          if (send) return await sendNow(agent, door);
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
