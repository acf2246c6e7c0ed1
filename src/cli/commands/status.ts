import { Command } from 'commander';
import type { StateName, Status } from '../../sync/agent-contract.ts';
import type { Words } from '../../support/words.ts';
import type { Door } from '../door.ts';
import { examples } from '../examples.ts';
import { exitCodes } from '../exit-codes.ts';
import { legible } from '../legible.ts';
import { withAgent } from '../opened.ts';
import type { Screen, Tone } from '../screen.ts';
import { stockAgeWords } from '../stock-lines.ts';
import { websiteCounts } from '../website-words.ts';

// Each state differs in shape as well as colour.
const marks: Record<StateName, readonly [mark: string, tone: Tone]> = {
  'up-to-date': ['●', 'good'],
  working: ['▶', 'good'],
  waiting: ['◌', 'careful'],
  'needs-you': ['▲', 'bad'],
  paused: ['‖', 'careful'],
  stopped: ['■', 'bad'],
};

function destinationLines(status: Status, { words, now }: { words: Words; now: number }): readonly string[] {
  const todo = toDo(status);
  return Object.values(status.destinations).flatMap((destination) => {
    const { label, waiting, held, parked, lastAcceptedAt, reason, hint } = destination;
    const parts = [
      lastAcceptedAt === null ? 'has taken nothing yet' : `last took something ${words.ago(lastAcceptedAt, now)}`,
      ...(waiting > 0 ? [`${words.number(waiting)} waiting`] : []),
      ...(held > 0 ? [`${words.number(held)} held until what they depend on has been sent`] : []),
      ...(parked > 0 ? [`${words.number(parked)} parked: see tillbridge queue`] : []),
    ];
    const line = `  ${label.padEnd(12)}${parts.join(' · ')}`;
    // What the head says already is not said twice.
    const isSaid = reason !== undefined && status.sentence.includes(reason);
    return [
      line,
      ...(reason === undefined || isSaid ? [] : [`              ${legible(reason)}`]),
      ...(hint === undefined || hint === todo ? [] : [`              What to do: ${legible(hint)}`]),
    ];
  });
}

function websiteLines({ shopFronts }: Status, words: Words, now: number): readonly string[] {
  return Object.values(shopFronts).map(({ label, records, lastReadAt }) => {
    const read = lastReadAt === null ? 'not read to its end yet' : `read ${words.ago(lastReadAt, now)}`;
    return `  Website     ${[label, ...websiteCounts(records, words), read].join(' · ')}`;
  });
}

/** What to do about what the head says; undefined where it says that itself, or there is nothing to do. */
function toDo({ state, lastRun, destinations }: Status): string | undefined {
  const halted = Object.values(destinations).find((each) => each.state === 'halted');
  if (state === 'needs-you' && halted) return halted.hint;
  const isAboutIt = (state === 'needs-you' || state === 'waiting') && lastRun?.outcome === 'failed';
  return isAboutIt ? lastRun.hint : undefined;
}

/** When the next run is due, and who begins it: a command that ends begins none. */
function nextRunWords(nextRunAt: string, words: Words, now: number): string {
  const isDue = Date.parse(nextRunAt) <= now;
  return isDue
    ? 'due: tillbridge sync'
    : `due ${words.ago(nextRunAt, now)}, while the window, the console or tillbridge run is open`;
}

function statusLines(
  status: Status,
  { words, now, screen }: { words: Words; now: number; screen: Screen },
): readonly string[] {
  const [mark, tone] = marks[status.state];
  const { customer, product, sale } = status.records;
  const todo = toDo(status);
  const lines = [
    `${screen.paint('strong', 'Tillbridge')} · ${legible(status.shop)}`,
    `${screen.paint(tone, mark)} ${legible(status.sentence)}`,
    ...(todo === undefined ? [] : [`  What to do: ${legible(todo)}`]),
    status.lastReadAt === null
      ? '  Till        not read yet'
      : `  Till        ${words.count(customer, 'customer')} · ${words.count(product, 'article')} · ${words.count(sale, 'sale')} · read ${words.ago(status.lastReadAt, now)}`,
    ...websiteLines(status, words, now),
    ...(status.stock ? [`  Stock       on the website: ${stockAgeWords(status.stock, words, now)}`] : []),
    ...destinationLines(status, { words, now }),
  ];
  if (status.toMend > 0) {
    const money = status.moneyWaiting > 0 ? ` (${words.money(status.moneyWaiting)} of sales)` : '';
    lines.push(`  To mend     ${words.number(status.toMend)}${money}: see tillbridge problems`);
  }
  if (status.nextRunAt !== null) lines.push(`  Next run    ${nextRunWords(status.nextRunAt, words, now)}`);
  return lines;
}

/** `tillbridge status`: how things stand, without asking the till or a destination. */
export function statusCommand(door: Door): Command {
  return new Command('status')
    .description('Says how things stand, from what is known here.')
    .addHelpText(
      'after',
      examples(['tillbridge status', 'is all well?'], ['tillbridge status --json', 'for a monitor']),
    )
    .action(
      door.ends(() =>
        withAgent(door, async ({ agent, words }) => {
          const status = agent.status();
          door.screen.say(...statusLines(status, { words, now: door.now(), screen: door.screen }));
          door.screen.answer(status);
          return exitCodes.completed;
        }),
      ),
    );
}
