import path from 'node:path';
import { Command } from 'commander';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { numberFrom } from '../parse-options.ts';
import { runDemo } from '../demo/run-demo.ts';

interface Options {
  readonly firebird?: boolean;
  readonly exit?: boolean;
  readonly size?: number;
  readonly home?: string;
}

/** `tillbridge demo`: an invented jeweller's till, a stand-in for GenieAI, and two runs between them. */
export function demoCommand(door: Door): Command {
  return new Command('demo')
    .description(
      'Shows it at work on an invented jeweller with a till and a website: a first sync, what is\nto mend, the next day, and what both know together; then the screens, to look around.\nNothing leaves this computer.',
    )
    .option('--firebird', 'the till is a real, private Firebird server instead of a SQLite file')
    .option(
      '--size <customers>',
      'how large the shop is, 300 or more (else 12000 customers, 8000 articles, 60000 sales)',
      numberFrom,
    )
    .option('--exit', 'end after the summary, without the screens')
    .addHelpText(
      'after',
      examples(
        ['tillbridge demo', 'see it work, in a minute'],
        ['tillbridge demo --firebird', 'the same from a Firebird server'],
        ['tillbridge demo --size 1000', 'a small shop'],
      ),
    )
    .action(
      door.ends((options: Options, command: Command) => {
        // The demonstration empties its folder, so it never takes a home that stands in the environment.
        const { home } = command.optsWithGlobals<Options>();
        return runDemo(door, { ...options, folder: path.resolve(home ?? '.demo') });
      }),
    );
}
