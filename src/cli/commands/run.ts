import { Command } from 'commander';
import type { RunReport } from '../../sync/agent-contract.ts';
import type { Words } from '../../support/words.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { withAgent } from '../opened.ts';
import { sentIn, stoppedLines } from '../run-lines.ts';
import type { Screen } from '../screen.ts';

function runLines(report: RunReport, words: Words, screen: Screen): readonly string[] {
  const { run, problems } = report;
  if (run.outcome !== 'completed') return [words.moment(run.finishedAt), ...stoppedLines(report, screen)];
  return [
    `${words.moment(run.finishedAt)}  ${words.number(sentIn(report))} sent, ${words.number(problems.open)} to mend.`,
  ];
}

/** `tillbridge run`: stays and syncs on the schedule of the settings. */
export function runCommand(door: Door): Command {
  const { screen } = door;
  return new Command('run')
    .description('Stays, and syncs on the schedule in the settings. Ends cleanly on Ctrl-C or a signal.')
    .addHelpText(
      'after',
      examples(['tillbridge run', 'keep this shop up to date'], ['tillbridge run --home D:\\Shop2', 'another shop']),
    )
    .action(
      door.ends(() =>
        withAgent(door, async ({ agent, settings, words }) => {
          const { everyMinutes } = settings.schedule;
          screen.say(`Up to date every ${words.count(everyMinutes, 'minute')} from now on. Ctrl-C ends it.`);
          await agent.run({
            signal: door.signal,
            onRun: (report) => screen.say(...runLines(report, words, screen)),
          });
          screen.say('Ended. Nothing is lost: the next start goes on from here.');
          screen.answer({ ended: true });
          return exitCodes.completed;
        }),
      ),
    );
}
