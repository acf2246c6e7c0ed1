import { decimalText } from '../decimal-text.ts';

/** Makes a cell of what SQLite gave; it is never asked about NULL. */
export type SqliteCell = (value: unknown) => string | null;

const emptyDay = '1899-12-30';
const moment = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/;

/** The reader of one column. SQLite keeps days and times as text; those of columns declared so are written as ours. */
export function sqliteCell(declaredType: string | null): SqliteCell {
  const isTemporal = /date|time/i.test(declaredType ?? '');
  return (value) => {
    if (typeof value === 'string') return isTemporal ? temporalText(value) : plainText(value);
    if (typeof value === 'bigint') return String(value);
    if (typeof value === 'number') return decimalText(value);
    return value instanceof Uint8Array && value.length > 0 ? Buffer.from(value).toString('hex') : null;
  };
}

function plainText(value: string): string | null {
  const text = value.trimEnd();
  return text === '' ? null : text;
}

function temporalText(value: string): string | null {
  const text = value.trimEnd();
  if (text === '' || text.startsWith(emptyDay)) return null;
  const match = moment.exec(text);
  return match ? `${match[1]} ${match[2]}` : text;
}
