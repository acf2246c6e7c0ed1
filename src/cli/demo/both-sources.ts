import { legible } from '../legible.ts';
import type { Opened } from '../opened.ts';
import { keyedOrderLines, personFieldLines, personLines } from '../person-lines.ts';
import type { SecondRun } from './second-run.ts';
import type { Stage } from './stage.ts';

/** What a website changes, shown on what happened in the two runs: one customer, one ring, one order. */
export async function showBothSources(stage: Stage, opened: Opened, second: SecondRun): Promise<void> {
  const { screen } = stage.door;
  screen.say(
    '',
    'Till and website together:',
    '',
    ...customerLines(stage, opened),
    '',
    ...(await ringLines(stage, second)),
    '',
    ...(await orderLines(stage, opened, second)),
  );
}

function customerLines({ door, sample }: Stage, opened: Opened): readonly string[] {
  const { screen } = door;
  const person = tellingPerson(sample, opened);
  if (!person) return [];
  return [
    `${screen.paint('strong', legible(person.name))} · customer ${legible(person.key)}`,
    ...personLines(person, screen),
    ...personFieldLines(
      { ...person, fields: person.fields.filter(({ field }) => shown.has(field)) },
      { words: opened.words, screen },
    ),
  ];
}

/** What tells people apart; the rest would only make it longer. */
const shown: ReadonlySet<string> = new Set(['firstName', 'lastName', 'email', 'phone', 'mobile', 'line1', 'postcode']);

type Person = ReturnType<Opened['agent']['people']['show']>;

const looked = 100;

/** Of those who are written otherwise on the website, the one of whom it tells most. */
function tellingPerson({ tally }: Stage['sample'], { agent }: Opened): Person | undefined {
  const known = tally.joins.filter(({ how }) => how !== 'nothing but the website').slice(0, looked);
  const persons = known.flatMap(({ one }) => (one.source === 'till' ? [agent.people.show(one.key)] : []));
  const told = ({ fields, members }: Person) => {
    const onWeb = new Set(members.flatMap(({ channel, key }) => (channel === 'web' ? [key] : [])));
    return fields.filter(({ field, member }) => shown.has(field) && member !== null && onWeb.has(member)).length;
  };
  return persons.toSorted((one, other) => told(other) - told(one) || one.members.length - other.members.length).at(0);
}

async function ringLines(
  { door: { screen }, website }: Stage,
  { day, offeredBefore }: SecondRun,
): Promise<readonly string[]> {
  const { variant, key } = day.soldOut;
  const offered = await website.stockOf(variant.sku);
  return [
    `${screen.paint('strong', variant.name)} · article ${variant.article}`,
    `  In the morning  the website offered ${offeredBefore ?? 'any number'}`,
    `  At the counter  the last one was sold (sale ${key})`,
    `  After the run   the website offers ${offered ?? 'any number'}: nobody can buy it twice`,
  ];
}

async function orderLines(
  { door: { screen, signal } }: Stage,
  { agent }: Opened,
  { day }: SecondRun,
): Promise<readonly string[]> {
  const { order, sale } = day.keyedIn;
  const found = await agent.find(sale, signal);
  const keyed = found.flatMap(({ keyedOrder }) => keyedOrder ?? []).find(({ number }) => number === order);
  if (!keyed) return [];
  return [screen.paint('strong', `Web order ${order}`), ...keyedOrderLines(keyed, screen)];
}
