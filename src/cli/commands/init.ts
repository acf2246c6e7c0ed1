import { Command, Option } from 'commander';
import { destinationKinds } from '../../sync/destination-kinds.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import type { InitOptions } from '../init/answers.ts';
import { optionNameOf } from '../init/draft-settings.ts';
import { setUpSample } from '../init/sample.ts';
import { setUpShop } from '../init/set-up.ts';

/** `tillbridge init`: makes a home folder, by questions at a terminal or by options alone. */
export function initCommand(door: Door): Command {
  const kinds = destinationKinds();
  const takers = kinds.filter(({ isShopFront }) => !isShopFront);
  const websites = kinds.filter(({ isShopFront }) => isShopFront).map(({ kind }) => kind);
  const command = new Command('init')
    .description(
      'Sets up a shop: settings, and a profile that says which table feeds which record.\nAt a terminal it asks for what is missing. It only reads the till.',
    )
    .addOption(new Option('--till <kind>', 'what the till’s database is').choices(['firebird', 'sqlite']))
    .option('--host <name>', 'firebird: the computer it runs on (else 127.0.0.1)')
    .option('--port <number>', 'firebird: its port (else 3050)')
    .option('--database <path>', 'firebird: the path on that computer, or an alias')
    .option('--user <name>', 'firebird: a user who may only read')
    .option('--encoding <set>', 'firebird: for a database of character set NONE: WIN1252, DOS850 …')
    .option('--file <path>', 'sqlite: the database file')
    .option('--profile <file>', 'a profile that is already written; else one is suggested from the database')
    .option('--destination <kind>', `where the records go: ${takers.map(({ kind }) => kind).join(', ')}`)
    .option('--website <kind>', `where the shop sells besides: ${websites.join(', ')}, or none`)
    .option('--website-url <address>', 'the address of the website’s API, where it is not the usual one')
    .option('--shop-name <name>', 'the shop as its people call it')
    .option('--country <code>', 'two letters: GB')
    .option('--time-zone <zone>', 'Europe/London')
    .option('--currency <code>', 'GBP')
    .option('--sample', 'set up the sample shop instead, with a till of its own')
    .option('--force', 'overwrite settings and profile that are there')
    .addHelpText(
      'after',
      `${examples(
        ['tillbridge init', 'asks for everything, one by one'],
        ['tillbridge init --sample --home ./sample', 'a shop to play with'],
        ['tillbridge init --till sqlite --file till.db --destination folder …', 'without questions'],
      )}\n\nThe till’s password and the API key are asked for, or taken from TILLBRIDGE_SECRET_TILL, TILLBRIDGE_SECRET_GENIEAI and so on.`,
    )
    .action(
      door.ends((options: InitOptions) => (options.sample ? setUpSample(door, options) : setUpShop(door, options))),
    );
  for (const { label, needs } of takers) {
    for (const { name, describes } of needs) command.option(`--${optionNameOf(name)} <text>`, `${label}: ${describes}`);
  }
  return command;
}
