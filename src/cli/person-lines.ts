import type { Agent } from '../sync/agent-contract.ts';
import type { Trail } from '../sync/trail-contract.ts';
import type { Words } from '../support/words.ts';
import { legible } from './legible.ts';
import type { Screen } from './screen.ts';
import { table, type Column } from './table.ts';
import { wrappedTo } from './wrapped-to.ts';

type Person = ReturnType<Agent['people']['show']>;
type KeyedOrder = NonNullable<Trail['keyedOrder']>;

const memberColumns: readonly Column[] = [
  { heading: 'Where' },
  { heading: 'Number' },
  { heading: 'Name', elastic: true },
  { heading: 'E-mail', elastic: true },
];

const fieldColumns: readonly Column[] = [
  { heading: 'What' },
  { heading: 'It says', elastic: true },
  { heading: 'From', elastic: true },
];

function indented(columns: readonly Column[], rows: readonly (readonly string[])[], screen: Screen): readonly string[] {
  const width = screen.width === null ? null : screen.width - 4;
  return table(columns, rows, width).map((line, index) => `    ${index === 0 ? screen.paint('quiet', line) : line}`);
}

/** The website's own numbers say nothing to anybody. */
function numberOf({ channel, key }: Person['members'][number]): string {
  return channel === 'pos' ? legible(key) : '';
}

/** A contact of the website and their orders are the same to people. */
function eachOnce(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(rows.map((row) => [row.join('\n'), row])).values()];
}

/** Why, below what it explains; goes on under itself where the terminal is narrow. */
function becauseLines(sentence: string, { width, paint }: Screen): readonly string[] {
  const [indent, word] = ['    ', 'because'];
  const text = legible(sentence);
  const lines = width === null ? [text] : wrappedTo(text, width - indent.length - word.length - 1);
  return lines.map((line, index) => `${indent}${index === 0 ? paint('quiet', word) : ' '.repeat(word.length)} ${line}`);
}

/** Who somebody is at each source, and why that is one person. */
export function personLines({ members, because }: Person, screen: Screen): readonly string[] {
  const rows = members.map((member) => [
    member.label,
    numberOf(member),
    legible(member.name),
    legible(member.email ?? ''),
  ]);
  return [
    `  ${screen.paint('strong', members.length > 1 ? 'One person, known as' : 'Known as')}`,
    ...indented(memberColumns, eachOnce(rows), screen),
    ...because.flatMap((sentence) => becauseLines(sentence, screen)),
  ];
}

const isMoment = /^\d{4}-\d\d-\d\dT/;

/** Which value came from where. */
export function personFieldLines(
  { fields }: Person,
  { words, screen }: { words: Words; screen: Screen },
): readonly string[] {
  if (fields.length === 0) return [];
  const rows = fields.map(({ noun, value, origin, member }) => [
    noun,
    isMoment.test(value) ? words.moment(value) : legible(value),
    member === null ? 'everything known of them' : legible(origin),
  ]);
  return [`  ${screen.paint('strong', 'What is sent')}`, ...indented(fieldColumns, rows, screen)];
}

/** A web order that staff keyed into the till. */
export function keyedOrderLines({ number, sale, because }: KeyedOrder, screen: Screen): readonly string[] {
  return [
    `  ${screen.paint('strong', 'One sale')}  order ${legible(number)} of the website, keyed into the till as sale ${legible(sale)}; counted once`,
    ...becauseLines(because, screen),
  ];
}
