import { isMet, type Figure } from './figure.ts';

const columns = ['', 'what', 'figure', 'target', 'met'] as const;

/** The figures as lines of a table in Markdown, which a terminal shows just as well. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ item, what, value, unit, target, ...rest }) => [
    item,
    what,
    withUnit(value, unit),
    `${'atLeast' in target ? '≥' : '≤'} ${withUnit('atLeast' in target ? target.atLeast : target.atMost, unit)}`,
    isMet({ value, target, ...rest }) ? 'yes' : 'NO',
  ]);
  const widths = columns.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(columns), rule, ...rows.map(line)].join('\n');
}

/** Three figures are as much as a bench can tell. */
function withUnit(value: number, unit: string): string {
  const text = value >= 100 ? Math.round(value).toLocaleString('en-GB') : String(Number(value.toPrecision(3)));
  return unit === '' ? text : `${text} ${unit}`;
}
