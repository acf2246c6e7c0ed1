import { characterSetOf, isTemporal, wireType } from './column-type.ts';
import {
  cellReader,
  dayCell,
  firstDay,
  temporalCell,
  textCell,
  textOfBytes,
  type CellReader,
  type TextReading,
} from './cell-reader.ts';
import type { WireColumn } from './wire.ts';

/** A SELECT put around another, whose every column the driver hands over exactly. */
export interface DerivedSelect {
  readonly columns: string;
  /** For each wanted column, how its cell is read. */
  readonly readers: readonly CellReader[];
  /** Positions in the result of BLOBs that are too long to travel inside the row, beside the cell that they fill. */
  readonly longTexts: readonly { readonly cell: number; readonly position: number }[];
}

/** A text BLOB of up to so many bytes travels inside its row; a longer one costs two questions of its own. */
const shortText = 2000;
/** What Firebird lets a row have, with some room. */
const rowBytes = 60_000;

/** A name as SQL takes it in any case and with any signs: `"DATE"`. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Works out the columns of `SELECT <columns> FROM (<the profile's SELECT>) T`. The server counts days and writes out
 * times, because the driver would make a `Date` of them, which moves the hour that summer time skips.
 */
export function derivedSelect(wanted: readonly WireColumn[], reading: TextReading): DerivedSelect {
  const blobs = wanted.filter(({ type }) => type === wireType.blob).length;
  const others = wanted.reduce((sum, { type, length }) => sum + (type === wireType.blob ? 8 : length + 4), 0);
  const inline = others + blobs * (shortText + 12) <= rowBytes;
  const columns: string[] = [];
  const readers: CellReader[] = [];
  const long: { name: string; cell: number }[] = [];
  for (const [cell, column] of wanted.entries()) {
    const name = `T.${quoted(column.alias)}`;
    if (column.type === wireType.date) {
      columns.push(`DATEDIFF(DAY FROM DATE '${firstDay}' TO ${name})`);
      readers.push(dayCell());
    } else if (isTemporal(column)) {
      columns.push(`CAST(${name} AS VARCHAR(60))`);
      readers.push(temporalCell(column));
    } else if (column.type === wireType.blob) {
      long.push({ name, cell });
      columns.push(inline ? shortBlob(name) : 'CAST(NULL AS CHAR(1))');
      readers.push(textOfBytes(textCell(column.subType === 1 ? characterSetOf(column) : 0, cell, reading)));
    } else {
      columns.push(name);
      readers.push(cellReader(column, cell, reading));
    }
  }
  const longTexts = long.map(({ cell }, index) => ({ cell, position: wanted.length + index }));
  columns.push(...long.map(({ name }) => longBlob(name, inline)));
  return { columns: columns.join(', '), readers, longTexts };
}

function shortBlob(name: string): string {
  return `CASE WHEN OCTET_LENGTH(${name}) <= ${shortText} THEN CAST(${name} AS VARCHAR(${shortText}) CHARACTER SET OCTETS) END`;
}

/** As text without a character set, whatever its sub-type says: old tills keep memos in binary BLOBs. */
function longBlob(name: string, inline: boolean): string {
  const text = `CAST(${name} AS BLOB SUB_TYPE TEXT CHARACTER SET NONE)`;
  return inline ? `CASE WHEN OCTET_LENGTH(${name}) > ${shortText} THEN ${text} END` : text;
}
