import { Command } from 'commander';
import type { Agent } from '../../sync/agent-contract.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { legible } from '../legible.ts';
import { withAgent } from '../opened.ts';
import { personFieldLines, personLines } from '../person-lines.ts';

const who = 'a customer’s number at the till, or e-mail address on the website';

function showCommand(door: Door): Command {
  const { screen } = door;
  return new Command('show')
    .argument('<who>', who)
    .description('Shows who somebody is at the till and on the website, why that is known, and what comes from where.')
    .addHelpText('after', examples(['tillbridge person show 10433', 'by the till’s number']))
    .action(
      door.ends((name: string) =>
        withAgent(door, async ({ agent, words }) => {
          const person = agent.people.show(name);
          screen.say(
            `${screen.paint('strong', legible(person.name))} · customer ${legible(person.key)}`,
            ...personLines(person, screen),
            ...personFieldLines(person, { words, screen }),
          );
          screen.answer({ person });
          return exitCodes.completed;
        }),
      ),
    );
}

/** What is said of two customers, and how it is confirmed. */
interface Say {
  readonly name: 'join' | 'split';
  readonly does: string;
  readonly done: string;
  readonly because: string;
}

function sayCommand(door: Door, { name, does, done, because }: Say): Command {
  return new Command(name)
    .argument('<one>', who)
    .argument('<other>', 'the other one, named likewise')
    .option('--because <reason>', 'why, for whoever looks at it later', because)
    .description(does)
    .addHelpText('after', examples([`tillbridge person ${name} 10433 ada@example.com`, 'from the next run on']))
    .action(
      door.ends((one: string, other: string, options: { because: string }) =>
        withAgent(door, async ({ agent }) => {
          agent.people[name](one, other, options.because);
          door.screen.say(done, `Taken back with: tillbridge person undo ${legible(one)} ${legible(other)}`);
          door.screen.answer({ said: { one, other, are: name === 'join' ? 'one' : 'two', because: options.because } });
          return exitCodes.completed;
        }),
      ),
    );
}

function undoCommand(door: Door): Command {
  return new Command('undo')
    .argument('<one>', who)
    .argument('<other>', 'the other one, named likewise')
    .description('Takes back what was said of two customers: they are judged by what is known of them again.')
    .addHelpText('after', examples(['tillbridge person undo 10433 10871', 'as if nothing had been said']))
    .action(
      door.ends((one: string, other: string) =>
        withAgent(door, async ({ agent }) => {
          const undone = agent.people.undo(one, other);
          door.screen.say(undone ? 'Taken back, from the next run on.' : 'Nothing had been said of these two.');
          door.screen.answer({ undone });
          return exitCodes.completed;
        }),
      ),
    );
}

function saidLines(agent: Agent): readonly string[] {
  const said = agent.people.said();
  if (said.length === 0) return ['Nobody has said anything about who is whom.'];
  return said.map(
    ({ called: [one, other], are, because }) =>
      `${legible(one)} and ${legible(other)} are ${are === 'one' ? 'one person' : 'two people'}: ${legible(because)}`,
  );
}

/** `tillbridge person`: who is whom at the till and on the website, and what a person of the shop says about it. */
export function personCommand(door: Door): Command {
  const command = new Command('person')
    .description('Who is whom at the till and on the website, and what you say about it.')
    .action(
      door.ends(() =>
        withAgent(door, async ({ agent, words }) => {
          const { joined, both } = agent.people.counts();
          door.screen.say(
            `${words.count(joined, 'person is', 'persons are')} known under several names; ${words.number(both)} both at the till and on the website.`,
            ...saidLines(agent),
          );
          door.screen.answer({ joined, both, said: agent.people.said() });
          return exitCodes.completed;
        }),
      ),
    );
  command.addCommand(showCommand(door));
  command.addCommand(
    sayCommand(door, {
      name: 'join',
      does: 'Says that two customers are one person.',
      done: 'They are one person from the next run on.',
      because: 'somebody of the shop knows',
    }),
  );
  command.addCommand(
    sayCommand(door, {
      name: 'split',
      does: 'Says that two customers are two people, whatever they have in common.',
      done: 'They are two people from the next run on.',
      because: 'somebody of the shop knows',
    }),
  );
  command.addCommand(undoCommand(door));
  return command;
}
