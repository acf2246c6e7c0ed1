import { Command } from 'commander';
import { text } from 'node:stream/consumers';
import { secretVariable } from '../../settings/secrets.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';

/** Typed hidden at a terminal, else the first line of stdin; never an option, which every user of the machine could read. */
async function typedSecret(door: Door, id: string): Promise<string> {
  const secret = door.ask
    ? await door.ask.hidden(`The secret for "${id}" (it is not shown):`)
    : (await text(door.stdin)).split(/\r?\n/u)[0];
  if (secret) return secret;
  throw new TillbridgeError('settings', `keeping the secret for "${id}": nothing was given`, {
    hint: `Type it when asked, pipe it in, or set ${secretVariable(id)}.`,
  });
}

/** `tillbridge secret`: keeps passwords and API keys in the operating system's keychain. */
export function secretCommand(door: Door): Command {
  const command = new Command('secret').description('Keeps passwords and API keys in this machine’s keychain.');
  command
    .command('set')
    .argument('<id>', '"till", "mail", or the id of a destination')
    .description('Asks for a secret and keeps it.')
    .addHelpText(
      'after',
      examples(
        ['tillbridge secret set till', 'asks for the till’s password'],
        ['tillbridge secret set genieai < key.txt', 'takes an API key from a file'],
      ),
    )
    .action(
      door.ends(async (id: string) => {
        await door.secrets().store(id, await typedSecret(door, id));
        door.screen.say(`Kept in this machine’s keychain. Tillbridge finds it under "${id}".`);
        door.screen.answer({ id, stored: true });
        return exitCodes.completed;
      }),
    );
  command
    .command('forget')
    .argument('<id>', '"till", "mail", or the id of a destination')
    .description('Takes a secret out of the keychain.')
    .addHelpText('after', examples(['tillbridge secret forget genieai', 'before the machine changes hands']))
    .action(
      door.ends(async (id: string) => {
        const forgotten = await door.secrets().forget(id);
        door.screen.say(forgotten ? `Forgotten: "${id}".` : `There was no secret for "${id}".`);
        door.screen.answer({ id, forgotten });
        return exitCodes.completed;
      }),
    );
  return command;
}
