import { Command } from 'commander';
import { text } from 'node:stream/consumers';
import { forgetPin, keepPin } from '../../console/kept-pin.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { portFrom } from '../parse-options.ts';
import { stayAtConsole } from '../stay-at-console.ts';

interface Options {
  readonly port?: number;
  readonly open?: boolean;
}

/** `tillbridge console`: the screens in a browser, and the schedule, until somebody ends it. */
export function consoleCommand(door: Door): Command {
  const command = new Command('console')
    .description('Opens the screens for a browser on this computer, and syncs on the schedule. Ends cleanly on Ctrl-C.')
    .option('--port <number>', 'where it listens; 0 takes any that is free (else the settings’, 7717)', portFrom)
    .option('--open', 'open the browser, where there is a display')
    .addHelpText(
      'after',
      examples(
        ['tillbridge console', 'prints the link'],
        ['tillbridge console --open', 'opens the browser too'],
        ['tillbridge console pin', 'a PIN for staff at the tills'],
      ),
    )
    .action(
      door.ends(async ({ port, open = false }: Options) => {
        const { environment, now } = door;
        // No other command waits for the server and the sample shop to be understood.
        const { openShopConsole } = await import('../shop-console.ts');
        const { createSampleMaker } = await import('../sample/create-sample-maker.ts');
        const shop = await openShopConsole({
          home: door.home(),
          environment,
          now,
          sample: createSampleMaker({ now }),
          ...(port === undefined ? {} : { port }),
        });
        await stayAtConsole(door, shop, { open, answer: (place) => place });
        return exitCodes.completed;
      }),
    );
  return command.addCommand(pinCommand(door));
}

function pinCommand(door: Door): Command {
  return new Command('pin')
    .description('Keeps a PIN with which staff come to the list of problems. Off without one.')
    .option('--forget', 'let staff in no longer')
    .addHelpText(
      'after',
      examples(['tillbridge console pin', 'asks for it'], ['tillbridge console pin --forget', 'no staff any more']),
    )
    .action(
      door.ends(async ({ forget = false }: { readonly forget?: boolean }) => {
        const home = door.home();
        if (forget) await forgetPin(home);
        else await keepPin(home, await typedPin(door));
        door.screen.say(
          forget
            ? 'Forgotten. Whoever of the staff is in now is out.'
            : 'Kept, as a hash, in the home folder. It counts from now on: staff who are in give it once more.',
        );
        door.screen.answer({ pin: !forget });
        return exitCodes.completed;
      }),
    );
}

/** Typed hidden at a terminal, else the first line of stdin; never an option, which every user of the machine could read. */
async function typedPin({ ask, stdin }: Door): Promise<string> {
  if (ask) return await ask.hidden('The PIN for staff (it is not shown):');
  return (await text(stdin)).split(/\r?\n/u)[0] ?? '';
}
