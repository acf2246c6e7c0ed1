import { cutTo, widthOf } from './legible.ts';
import { wrappedTo } from './wrapped-to.ts';

/** One column of a table. */
export interface Column {
  readonly heading: string;
  readonly align?: 'right';
  /** Gives way where the terminal is narrow, down to its heading; the others stay whole. */
  readonly elastic?: true;
  /** Gives way, too, and goes on below in lines of its own instead of being cut: for reasons, of which the end says as much as the beginning. */
  readonly wraps?: true;
}

const gap = '  ';

/** Narrower than this, a sentence is a column of single words. */
const leastWrapped = 16;

function pad(text: string, width: number, align: Column['align']): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? blanks + text : text + blanks;
}

/** Shares the columns that are missing among the elastic ones, widest first. */
function fitted(columns: readonly Column[], natural: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  const total = () => widths.reduce((sum, width) => sum + width, 0) + gap.length * (widths.length - 1);
  const least = (index: number) =>
    Math.max(columns[index]?.wraps ? leastWrapped : 8, widthOf(columns[index]?.heading ?? ''));
  const givesWay = (index: number) => columns[index]?.elastic === true || columns[index]?.wraps === true;
  while (total() > room) {
    const [widest] = [...widths.keys()]
      .filter((index) => givesWay(index) && (widths[index] ?? 0) > least(index))
      .sort((one, other) => (widths[other] ?? 0) - (widths[one] ?? 0));
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

/** Rows under headings, as lines, several for a row that wraps; the first line is the headings. `room` is the terminal's width, or null where lines may be as long as they are. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  room: number | null,
): readonly string[] {
  const all = [columns.map(({ heading }) => heading), ...rows];
  const natural = columns.map((_column, index) => Math.max(...all.map((row) => widthOf(row[index] ?? ''))));
  const widths = room === null ? natural : fitted(columns, natural, room);
  return all.flatMap((row) => {
    const cells = columns.map(({ wraps }, index) => {
      const [cell, width] = [row[index] ?? '', widths[index] ?? 0];
      return wraps ? wrappedTo(cell, width) : [widthOf(cell) > width ? cutTo(cell, width) : cell];
    });
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      columns
        .map(({ align }, index) => pad(cells[index]?.[line] ?? '', widths[index] ?? 0, align))
        .join(gap)
        .trimEnd(),
    );
  });
}
