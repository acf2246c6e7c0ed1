import { Command } from 'commander';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { legible } from '../legible.ts';
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
          const width = Math.max(...lines.map(({ what }) => what.length));
          for (const { what, ok, detail, hint } of lines) {
            const mark = ok ? screen.paint('good', 'ok     ') : screen.paint('bad', 'not ok ');
            screen.say(`  ${mark} ${what.padEnd(width)}  ${legible(detail)}`);
            if (!ok && hint !== undefined) screen.say(`${' '.repeat(width + 12)}What to do: ${legible(hint)}`);
          }
          screen.answer({ ok: lines.every(({ ok }) => ok), lines });
          const bad = lines.find(({ ok }) => !ok);
          return bad ? exitCodes[bad.errorReason ?? 'unreachable'] : exitCodes.completed;
        }),
      ),
    );
}
