import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { checkCommand } from './commands/check.ts';
import { consoleCommand } from './commands/console.ts';
import { demoCommand } from './commands/demo.ts';
import { findCommand } from './commands/find.ts';
import { initCommand } from './commands/init.ts';
import { personCommand } from './commands/person.ts';
import { previewCommand } from './commands/preview.ts';
import { problemsCommand } from './commands/problems.ts';
import { queueCommand } from './commands/queue.ts';
import { reportCommand } from './commands/report.ts';
import { runCommand } from './commands/run.ts';
import { secretCommand } from './commands/secret.ts';
import { statusCommand } from './commands/status.ts';
import { stockCommand } from './commands/stock.ts';
import { syncCommand } from './commands/sync.ts';
import { tillCommand } from './commands/till.ts';
import type { Door } from './door.ts';
import { examples } from './examples.ts';

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/** Everywhere: help shows the options of all commands, and errors are thrown instead of ending the process. */
function prepared(command: Command, door: Door): Command {
  command
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('See the same command with --help.')
    .configureHelp({ showGlobalOptions: true, helpWidth: door.screen.width ?? 100 })
    .configureOutput({
      writeOut: (text) => door.screen.say(text.trimEnd()),
      writeErr: (text) => door.screen.complain(text.trimEnd()),
    });
  for (const inner of command.commands) prepared(inner, door);
  return command;
}

/** The command line, ready to parse. */
export function createProgram(door: Door): Command {
  const program = new Command('tillbridge')
    .description(
      'Brings customers, articles and sales from a shop’s till to its customer system, and tells staff what to mend.\nThe till is only ever read.',
    )
    .version(version())
    .option('--home <folder>', 'the folder with settings and data of one shop (else TILLBRIDGE_HOME)')
    .option('--json', 'one JSON document on stdout; everything else goes to stderr')
    .addHelpText(
      'after',
      `${examples(
        ['tillbridge demo', 'see it work on a sample shop'],
        ['tillbridge console --open', 'the screens, in a browser'],
        ['tillbridge init', 'set up this shop'],
        ['tillbridge check', 'is everything in reach?'],
        ['tillbridge preview', 'what would be sent; sends nothing'],
        ['tillbridge sync', 'one run'],
        ['tillbridge problems', 'what staff should mend in the till'],
      )}\n\nExit codes: 0 completed · 2 wrong usage or settings · 3 could not complete, the next run goes on\n            4 a guard stopped it · 5 another run is under way`,
    );
  for (const make of [
    initCommand,
    checkCommand,
    tillCommand,
    previewCommand,
    syncCommand,
    runCommand,
    statusCommand,
    problemsCommand,
    stockCommand,
    queueCommand,
    reportCommand,
    findCommand,
    personCommand,
    secretCommand,
    consoleCommand,
    demoCommand,
  ])
    program.addCommand(make(door));
  return prepared(program, door);
}
