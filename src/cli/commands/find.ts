import { Command } from 'commander';
import type { Trail, TrailStep } from '../../sync/trail-contract.ts';
import type { Words } from '../../support/words.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { oneOf } from '../../support/kind-words.ts';
import { legible } from '../legible.ts';
import { withAgent } from '../opened.ts';
import { standing } from '../problem-lines.ts';
import { keyedOrderLines, personLines } from '../person-lines.ts';
import type { Screen, Tone } from '../screen.ts';

const places: Record<Trail['source'], string> = {
  till: 'In the till',
  website: 'On website',
  both: 'In both',
};

const stepNames: Record<Exclude<TrailStep['step'], 'till'>, string> = {
  staged: 'Read',
  checked: 'Checked',
  sent: 'Sent',
  accepted: 'Accepted',
};

const marks: Record<TrailStep['state'], readonly [mark: string, tone: Tone]> = {
  done: ['✓', 'good'],
  'not-yet': ['·', 'quiet'],
  problem: ['!', 'bad'],
};

function trailLines(trail: Trail, words: Words, screen: Screen): readonly string[] {
  const several = new Set(trail.steps.map(({ destination }) => destination)).size > 2;
  return [
    `${screen.paint('strong', legible(trail.title))} · ${oneOf(trail.kind)} ${legible(trail.key)}`,
    ...trail.steps.map(({ step, state, at, says, destination }) => {
      const [mark, tone] = marks[state];
      const where = several && destination !== null ? ` (${destination})` : '';
      const when = at === null ? '' : `  ${words.moment(at)}`;
      return `  ${screen.paint(tone, mark)} ${`${step === 'till' ? places[trail.source] : stepNames[step]}${where}`.padEnd(12)} ${legible(says)}${screen.paint('quiet', when)}`;
    }),
    ...(trail.person ? personLines(trail.person, screen) : []),
    ...(trail.keyedOrder ? keyedOrderLines(trail.keyedOrder, screen) : []),
    ...trail.cleanings.map(
      ({ field, origin, before, after }) =>
        `    ${screen.paint('quiet', 'cleaned')} ${legible(origin === '' ? field : origin)}: ${standing(before)} → ${standing(after)}`,
    ),
    '',
  ];
}

/** So many are shown where nobody asks for all, and so many at most. */
const [shown, most] = [20, 200];

/** `tillbridge find`: where one customer, article or sale has got to, and why no further. */
export function findCommand(door: Door): Command {
  const { screen } = door;
  return new Command('find')
    .argument('<text...>', 'a name, till number, e-mail address, telephone or article number')
    .description('Follows one customer, article or sale from the till to every destination.')
    .option('--all', `everything in which it stands, up to ${most}`)
    .addHelpText(
      'after',
      examples(
        ['tillbridge find 10433', 'by the till’s number'],
        ['tillbridge find Harper', 'by name'],
        ['tillbridge find silver --all', 'whatever has it somewhere'],
        ['tillbridge find ada@example.com --json', 'for a script'],
      ),
    )
    .action(
      door.ends((text: readonly string[], { all = false }: { readonly all?: boolean }) =>
        withAgent(door, async ({ agent, words }) => {
          const found = await agent.find(text.join(' '), door.signal, { limit: most });
          // Who types a whole number means that record, and not the dozen others in which it stands somewhere.
          const exact = all ? [] : found.filter((trail) => trail.exact);
          const trails = exact.length > 0 ? exact : found.slice(0, all ? most : shown);
          if (trails.length === 0) {
            screen.say(
              `Nothing in the till or here goes by "${legible(text.join(' '))}".`,
              'What to do: try the till’s own number, or a part of the name.',
            );
          }
          for (const trail of trails) screen.say(...trailLines(trail, words, screen));
          const more = found.length - trails.length;
          if (more > 0) {
            const many = found.length === most ? 'Many more' : `${more.toLocaleString('en')} more`;
            screen.say(`${many} have it somewhere: tillbridge find ${text.map(legible).join(' ')} --all`);
          }
          screen.answer({ found: trails, more });
          return exitCodes.completed;
        }),
      ),
    );
}
