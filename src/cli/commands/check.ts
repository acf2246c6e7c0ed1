import { Command } from 'commander';
import { checkLines } from '../check-lines.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { withAgent } from '../opened.ts';

/** `tillbridge check`: is everything in reach, and what to do where it is not. */
export function checkCommand(door: Door): Command {
  const { screen } = door;
  return new Command('check')
    .description('Tries the till, every destination, the disk and the clock. Sends nothing.')
    .addHelpText(
      'after',
      examples(
        ['tillbridge check', 'a line for each: ok, or what to do'],
        ['tillbridge check --json', 'the same for a script'],
      ),
    )
    .action(
      door.ends(() =>
        withAgent(door, async ({ agent }) => {
          const lines = await agent.check(door.signal);
          screen.say(...checkLines(lines, screen));
          screen.answer({ ok: lines.every(({ ok }) => ok), lines });
          const bad = lines.find(({ ok }) => !ok);
          return bad ? exitCodes[bad.errorReason ?? 'unreachable'] : exitCodes.completed;
        }),
      ),
    );
}
