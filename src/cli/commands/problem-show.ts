import { Command } from 'commander';
import type { Agent } from '../../sync/agent-contract.ts';
import { TillbridgeError } from '../../support/errors.ts';
import { oneOf } from '../../support/kind-words.ts';
import { consequenceOf } from '../../support/severity-words.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { legible } from '../legible.ts';
import { withAgent, type Opened } from '../opened.ts';
import { numberFrom } from '../parse-options.ts';
import { advised, standing } from '../problem-lines.ts';
import type { Screen } from '../screen.ts';

type Problem = NonNullable<ReturnType<Agent['problems']['get']>>;
type Event = ReturnType<Agent['problems']['history']>[number];

/** The problem of this number. Throws a `TillbridgeError` where there is none. */
export function problemNumbered(agent: Agent, id: number): Problem {
  const problem = agent.problems.get(id);
  if (problem) return problem;
  throw new TillbridgeError('settings', `looking for problem ${id}: there is none of that number`, {
    hint: 'The numbers stand at the left of `tillbridge problems`.',
  });
}

const happened: Record<Event['what'], string> = {
  opened: 'first seen',
  changed: 'changed in the till',
  mended: 'mended by the till',
  gone: 'the record is not there any more',
  joined: 'one with another record now',
  dropped: 'not to be sent any more',
  reopened: 'wrong again',
  dismissed: 'dismissed',
};

/** Money waits only with what is withheld. */
function atStake({ stake, severity, kind }: Problem, words: Opened['words']): string {
  if (stake === 0) return '';
  if (severity === 'block' && kind !== 'product') return `; ${words.money(stake)} of sales waits with it`;
  return `; ${words.money(stake)} of ${kind === 'product' ? 'stock' : 'sales'} is at stake`;
}

function card(
  problem: Problem,
  history: readonly Event[],
  { words, screen }: Opened & { screen: Screen },
): readonly string[] {
  const { id, kind, key, name, says, advice, origin, value, suggestion, severity, state } = problem;
  const facts: readonly (readonly [string, string])[] = [
    ...(origin === '' ? [] : [[origin.startsWith('Website') ? 'Where' : 'At the till', legible(origin)] as const]),
    ['It says', standing(value)],
    ...(problem.detail === null ? [] : [['Who else', legible(problem.detail)] as const]),
    ['What to do', advice],
    ...(suggestion === null ? [] : [['Type', advised(suggestion)] as const]),
    ['Why it matters', `The ${oneOf(kind)} is ${consequenceOf(severity)}${atStake(problem, words)}.`],
    ['State', problem.dismissedBecause === null ? state : `dismissed: ${legible(problem.dismissedBecause)}`],
  ];
  return [
    `${screen.paint('strong', legible(name))} · ${oneOf(kind)} ${legible(key)} · problem ${id}`,
    says,
    ...facts.map(([label, text]) => `  ${label.padEnd(15)} ${text}`),
    ...history.map(
      ({ at, what, detail }) =>
        `  ${screen.paint('quiet', `${words.moment(at)}  ${happened[what]}${detail === null ? '' : `: ${standing(detail)}`}`)}`,
    ),
  ];
}

/** `tillbridge problems show`: one problem in full, with its history. */
export function problemShowCommand(door: Door): Command {
  const { screen } = door;
  return new Command('show')
    .argument('<id>', 'the number that `tillbridge problems` shows', numberFrom)
    .description('Shows one problem in full, with what became of it.')
    .addHelpText('after', examples(['tillbridge problems show 17', 'what is wrong, what to type, since when']))
    .action(
      door.ends((id: number) =>
        withAgent(door, async (opened) => {
          const problem = problemNumbered(opened.agent, id);
          const history = opened.agent.problems.history(id);
          screen.say(...card(problem, history, { ...opened, screen }));
          screen.answer({ problem, history });
          return exitCodes.completed;
        }),
      ),
    );
}
