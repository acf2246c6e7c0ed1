import { Command } from 'commander';
import type { RunOptions } from '../../sync/agent-contract.ts';
import { gatherExceptions } from '../../sync/exceptions.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { showOneRun } from '../one-run.ts';
import { labelsOf, withAgent } from '../opened.ts';
import { allowOption, holdOption } from '../parse-options.ts';
import { summaryLines } from '../summary-lines.ts';

/** `tillbridge sync`: one run, from the till to every destination. */
export function syncCommand(door: Door): Command {
  const { screen } = door;
  return new Command('sync')
    .description('Reads the till, checks every record, and sends what changed. One run.')
    .option('--full', 'read everything, also where a quick pass would do')
    .addOption(allowOption())
    .addOption(holdOption())
    .addHelpText(
      'after',
      examples(
        ['tillbridge sync', 'one run'],
        ['tillbridge sync --full', 'one run that reads the whole till'],
        ['tillbridge sync --allow mass-deletion', 'let a stopped run through, once'],
        ['tillbridge sync --hold price-change', 'send everything but what stopped it'],
        ['tillbridge sync --json > run.json', 'the run’s report for a script'],
      ),
    )
    .action(
      door.ends((options: Pick<RunOptions, 'full' | 'allow' | 'hold'>) =>
        withAgent(door, async (opened) => {
          const report = await showOneRun(door, { opened, options });
          if (report.run.outcome === 'completed') {
            const { agent, settings, words } = opened;
            const exceptions = gatherExceptions(agent.problems, { shop: settings.shop, now: door.now() });
            screen.say(...summaryLines(report, exceptions, { screen, words, labels: labelsOf(agent) }));
          }
          screen.answer(report);
          return exitCodeOf(report.run);
        }),
      ),
    );
}
