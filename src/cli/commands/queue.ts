import { Command, Option } from 'commander';
import type { QueueEntry, QueueFilter } from '../../sync/agent-contract.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { oneOf } from '../../support/kind-words.ts';
import { legible } from '../legible.ts';
import { withAgent, type Opened } from '../opened.ts';
import { destinationOf, numberFrom, numbersFrom } from '../parse-options.ts';
import { table, type Column } from '../table.ts';

const columns: readonly Column[] = [
  { heading: 'No.', align: 'right' },
  { heading: 'To' },
  { heading: 'What' },
  { heading: 'Name', elastic: true },
  { heading: 'State' },
  { heading: 'Tried', align: 'right' },
  { heading: 'Next' },
  { heading: 'Why', wraps: true },
];

const doing = { lower: '', upsert: '', merge: 'merge ', archive: 'put away ' } as const satisfies Record<
  QueueEntry['operation'],
  string
>;

type Options = Omit<QueueFilter, 'destination'> & { readonly destination?: string };

function cells(entry: QueueEntry, { words }: Opened, now: number): readonly string[] {
  const what = `${doing[entry.operation]}${oneOf(entry.kind)} ${entry.key}`;
  return [
    String(entry.id),
    entry.destination,
    legible(what),
    legible(entry.title),
    entry.state,
    words.number(entry.attempts),
    entry.nextTryAt === null ? '' : words.ago(entry.nextTryAt, now),
    legible(entry.reason ?? ''),
  ];
}

function changing(door: Door, name: 'retry' | 'discard', done: string): Command {
  return new Command(name).argument('[ids...]', 'the numbers that `tillbridge queue` shows', numbersFrom, []).action(
    door.ends((ids: readonly number[], options: { all?: boolean }) =>
      withAgent(door, async ({ agent, words }) => {
        if (ids.length === 0 && !options.all) {
          throw new TillbridgeError('settings', `changing the queue: no number was given`, {
            hint: `Name the entries: tillbridge queue ${name} 17 18`,
          });
        }
        const count = name === 'retry' ? agent.queue.retry(options.all ? 'all' : ids) : agent.queue.discard(ids);
        door.screen.say(`${words.count(count, 'entry', 'entries')} ${done}`);
        door.screen.answer({ [name === 'retry' ? 'retried' : 'discarded']: count });
        return exitCodes.completed;
      }),
    ),
  );
}

/** `tillbridge queue`: what is on its way to the destinations, and what a person may do about it. */
export function queueCommand(door: Door): Command {
  const { screen } = door;
  const command = new Command('queue')
    .description('Lists what is on its way to the destinations: waiting, held, or parked until somebody acts.')
    .addOption(new Option('--state <state>', 'only those').choices(['waiting', 'held', 'parked']))
    .addOption(new Option('--kind <kind>', 'only those').choices(['customer', 'product', 'sale', 'stock', 'price']))
    .option('--destination <id>', 'only to this one')
    .option('--limit <number>', 'at most so many', numberFrom, 50)
    .addHelpText(
      'after',
      examples(
        ['tillbridge queue --state parked', 'what we stopped trying'],
        ['tillbridge queue retry 17 18', 'try these again in the next run'],
        ['tillbridge queue retry --all', 'try everything parked again'],
        ['tillbridge queue discard 17', 'give this one up until its record changes'],
      ),
    )
    .action(
      door.ends(({ destination, ...filter }: Options) =>
        withAgent(door, async (opened) => {
          const only = destination === undefined ? {} : { destination: destinationOf(opened.settings, destination) };
          const entries = opened.agent.queue.list({ ...filter, ...only });
          if (entries.length === 0) screen.say('Nothing is on its way: everything has arrived, or waits to be mended.');
          else {
            const rows = entries.map((entry) => cells(entry, opened, door.now()));
            screen.say(...table(columns, rows, screen.width));
          }
          screen.answer({ entries });
          return exitCodes.completed;
        }),
      ),
    );
  command.addCommand(
    changing(door, 'retry', 'will be tried again in the next run.')
      .description('Tries parked entries again in the next run.')
      .option('--all', 'everything that is parked')
      .addHelpText('after', examples(['tillbridge queue retry --all', 'after the cloud service was mended'])),
  );
  command.addCommand(
    changing(door, 'discard', 'given up. Their records are sent again when they change in the till.')
      .description('Gives entries up: their records are sent again only when they change.')
      .addHelpText('after', examples(['tillbridge queue discard 17', 'this one need not arrive'])),
  );
  return command;
}
