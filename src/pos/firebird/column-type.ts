import type { WireColumn } from './wire.ts';

/** Firebird's numbers for the types of a result's columns. */
export const wireType = {
  text: 452,
  varying: 448,
  short: 500,
  long: 496,
  float: 482,
  double: 480,
  dFloat: 530,
  timestamp: 510,
  blob: 520,
  time: 560,
  date: 570,
  int64: 580,
  int128: 32752,
  timestampTz: 32754,
  timestampTzEx: 32748,
  timeTz: 32756,
  timeTzEx: 32750,
  decimal16: 32760,
  decimal34: 32762,
  boolean: 32764,
} as const;

/** The number of the character set OCTETS: bytes, no text. */
export const octets = 1;

const temporal: readonly number[] = [
  wireType.timestamp,
  wireType.time,
  wireType.date,
  wireType.timestampTz,
  wireType.timestampTzEx,
  wireType.timeTz,
  wireType.timeTzEx,
];

/** Whether a column holds a day, a time or both. */
export function isTemporal({ type }: WireColumn): boolean {
  return temporal.includes(type);
}

/** Whether a column holds text or bytes in the row itself. */
export function isText({ type }: WireColumn): boolean {
  return type === wireType.text || type === wireType.varying;
}

/** The number of the character set of a text column or text BLOB. */
export function characterSetOf(column: WireColumn): number {
  return (column.type === wireType.blob ? column.scale : column.subType) & 0xff;
}

/** Bytes that a character takes at most, of the sets whose characters take more than one. */
const widths: Readonly<Record<number, number>> = { 3: 3, 4: 4, 5: 2, 6: 2, 44: 2, 56: 2, 57: 2, 67: 2, 68: 2, 69: 4 };

/** The type as people write it: `VARCHAR(60)`, `NUMERIC(18,2)`. */
export function typeName(column: WireColumn): string {
  const { type, subType, scale, length } = column;
  const characters = Math.floor(length / (widths[characterSetOf(column)] ?? 1));
  switch (type) {
    case wireType.text:
      return `CHAR(${characters})`;
    case wireType.varying:
      return `VARCHAR(${characters})`;
    case wireType.short:
      return exact('SMALLINT', 4, column);
    case wireType.long:
      return exact('INTEGER', 9, column);
    case wireType.int64:
      return exact('BIGINT', 18, column);
    case wireType.int128:
      return exact('INT128', 38, column);
    case wireType.double:
      return scale < 0 ? `NUMERIC(15,${-scale})` : 'DOUBLE PRECISION';
    case wireType.float:
    case wireType.dFloat:
      return 'FLOAT';
    case wireType.date:
      return 'DATE';
    case wireType.time:
    case wireType.timeTz:
    case wireType.timeTzEx:
      return 'TIME';
    case wireType.timestamp:
    case wireType.timestampTz:
    case wireType.timestampTzEx:
      return 'TIMESTAMP';
    case wireType.boolean:
      return 'BOOLEAN';
    case wireType.decimal16:
    case wireType.decimal34:
      return 'DECFLOAT';
    case wireType.blob:
      return subType === 1 ? 'BLOB TEXT' : 'BLOB';
    default:
      return 'UNKNOWN';
  }
}

function exact(whole: string, precision: number, { subType, scale }: WireColumn): string {
  if (scale === 0 && subType === 0) return whole;
  return `${subType === 2 ? 'DECIMAL' : 'NUMERIC'}(${precision},${-scale})`;
}
