import type { Words } from '../support/words.ts';
import type { TillTools } from '../sync/till-tools.ts';
import { legible } from './legible.ts';
import type { Screen } from './screen.ts';
import { table } from './table.ts';

type Description = Awaited<ReturnType<TillTools['describe']>>;

/** What a description is written with. */
export interface DescribeWording {
  readonly screen: Screen;
  readonly words: Words;
  /** Also the columns of each table. */
  readonly columns: boolean;
}

function columnLines({ columns }: Description['tables'][number], screen: Screen): readonly string[] {
  const rows = columns.map(({ name, type, nullable, primaryKey, references, characterSet }) => [
    legible(name),
    characterSet === undefined ? type : `${type} ${characterSet}`,
    [primaryKey ? 'key' : '', nullable ? '' : 'always filled', references ? `→ ${legible(references)}` : '']
      .filter(Boolean)
      .join(', '),
  ]);
  const [, ...lines] = table([{ heading: '', elastic: true }, { heading: '' }, { heading: '' }], rows, screen.width);
  return lines.map((line) => `    ${line}`);
}

/** A till's database as lines: its tables with their counts and, where asked for, their columns. */
export function describeLines(
  description: Description,
  { screen, words, columns }: DescribeWording,
): readonly string[] {
  const { product, characterSet, tables } = description;
  const width = Math.max(0, ...tables.map(({ name }) => name.length));
  return [
    `${product}, character set ${characterSet}, ${words.count(tables.length, 'table')}`,
    ...tables.flatMap((one) => [
      `  ${screen.paint('strong', legible(one.name).padEnd(width))}  ${one.rows === null ? 'not counted' : words.count(one.rows, 'row')}${one.kind === 'view' ? ' (view)' : ''}`,
      ...(columns ? columnLines(one, screen) : []),
    ]),
    ...(columns ? [] : ['The columns of one: tillbridge till describe <table>']),
  ];
}
