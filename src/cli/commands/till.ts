import path from 'node:path';
import { Command } from 'commander';
import { createSecrets } from '../../settings/secrets.ts';
import { loadSettings } from '../../settings/store.ts';
import { createWords } from '../../support/words.ts';
import { withTillTools, type TillTools } from '../../sync/till-tools.ts';
import { describeLines } from '../describe-lines.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { writeProfile } from '../init/profile-file.ts';
import { suggestionLines } from '../suggestion-lines.ts';

async function withTools(door: Door, work: (tools: TillTools) => Promise<ExitCode>): Promise<ExitCode> {
  const home = door.home();
  const { till, shop } = await loadSettings(home);
  const { secretFor } = createSecrets({ home, environment: door.environment });
  return withTillTools({ home, till, shop, secretFor }, work);
}

/** `tillbridge till`: what stands in the till's database, and which of it could feed which record. */
export function tillCommand(door: Door): Command {
  const { screen } = door;
  const command = new Command('till').description('Looks at the till’s database. It only reads.');
  command
    .command('describe')
    .argument('[table]', 'only tables whose name holds this')
    .description('Lists tables and columns with their types, and how many rows each table has.')
    .addHelpText(
      'after',
      examples(
        ['tillbridge till describe', 'all tables'],
        ['tillbridge till describe cust', 'tables with "cust" in their name, with all columns'],
      ),
    )
    .action(
      door.ends((part: string | undefined) =>
        withTools(door, async (tools) => {
          const description = await tools.describe();
          const wanted = part?.toLowerCase() ?? '';
          const tables = description.tables.filter(({ name }) => name.toLowerCase().includes(wanted));
          const words = createWords((await loadSettings(door.home())).shop);
          screen.say(
            ...describeLines(
              { ...description, tables },
              { screen, words, columns: part !== undefined || tables.length <= 3 },
            ),
          );
          screen.answer({ ...description, tables });
          return exitCodes.completed;
        }),
      ),
    );
  command
    .command('suggest')
    .option('--out <file>', 'write the profile there (else it is only shown)')
    .option('--force', 'overwrite that file')
    .description('Suggests a profile for this database, with how sure it is of each field and sample values.')
    .addHelpText(
      'after',
      examples(
        ['tillbridge till suggest', 'what would feed what?'],
        ['tillbridge till suggest --out profile.json --force', 'write it, over the one that is there'],
        ['tillbridge till suggest --json', 'the profile and its evidence'],
      ),
    )
    .action(
      door.ends(({ out, force = false }: { out?: string; force?: boolean }) =>
        withTools(door, async (tools) => {
          const suggestion = await tools.suggest();
          screen.say(...suggestionLines(suggestion, screen));
          if (out !== undefined) {
            await writeProfile(path.resolve(out), suggestion.profile, force);
            screen.say(`Written: ${path.resolve(out)}`);
          }
          screen.answer(suggestion);
          return exitCodes.completed;
        }),
      ),
    );
  return command;
}
