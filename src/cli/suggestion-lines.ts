import { manyOf } from '../support/kind-words.ts';
import type { TillTools } from '../sync/till-tools.ts';
import { cutTo, legible } from './legible.ts';
import type { Screen, Tone } from './screen.ts';
import { table, type Column } from './table.ts';

type Suggestion = Awaited<ReturnType<TillTools['suggest']>>;
type Kind = Suggestion['kinds'][number];
type Field = Kind['fields'][number];

const columns: readonly Column[] = [
  { heading: 'Ours' },
  { heading: 'In the till' },
  { heading: '' },
  { heading: 'Stands there, for example', elastic: true },
];

const sampleWidth = 28;
const namesShown = 12;

/** How sure a guess is, in a word. */
function certainty(confidence: number): readonly [word: string, tone: Tone] {
  if (confidence >= 0.8) return ['sure', 'good'];
  if (confidence >= 0.5) return ['likely', 'careful'];
  return ['please look', 'bad'];
}

function cells({ field, origin, confidence, samples }: Field): readonly string[] {
  const shown = samples.map((sample) => cutTo(legible(sample), sampleWidth));
  return [field, legible(origin), certainty(confidence)[0], shown.join(' · ')];
}

function kindLines({ kind, table: name, confidence, fields }: Kind, screen: Screen): readonly string[] {
  const [word, tone] = certainty(confidence);
  const [headings = '', ...rows] = table(columns, fields.map(cells), screen.width === null ? null : screen.width - 2);
  return [
    `${screen.paint('strong', `${manyOf(kind)} from ${legible(name)}`)} (${screen.paint(tone, word)})`,
    `  ${screen.paint('quiet', headings)}`,
    ...rows.map((row, index) => {
      const sure = certainty(fields[index]?.confidence ?? 1);
      return `  ${sure[1] === 'good' ? row : screen.paint(sure[1], row)}`;
    }),
    '',
  ];
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).map(legible).join(', ');
  return names.length > namesShown ? `${shown} and ${names.length - namesShown} more` : shown;
}

/** A suggested profile for a person to recognise their own shop in: what feeds what, how sure that is, and what was left over. */
export function suggestionLines({ kinds, leftOver, notes }: Suggestion, screen: Screen): readonly string[] {
  const tables = leftOver.tables.map(({ name }) => name);
  const remarks = [
    ...(notes.length > 0 ? ['Please look at these:', ...notes.map((note) => `  ${legible(note)}`)] : []),
    ...(leftOver.columns.length > 0 ? [`Columns that nothing is read from: ${some(leftOver.columns)}`] : []),
    ...(tables.length > 0 ? [`Tables that nothing is read from: ${some(tables)}`] : []),
  ];
  return [...kinds.flatMap((kind) => kindLines(kind, screen)), ...remarks, ...(remarks.length > 0 ? [''] : [])];
}
