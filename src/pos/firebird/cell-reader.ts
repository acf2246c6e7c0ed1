import { decimalText, floatText } from '../decimal-text.ts';
import type { CharacterSet } from './character-set.ts';
import { characterSetOf, isText, octets, wireType } from './column-type.ts';
import type { WireColumn } from './wire.ts';

/** Makes a cell of what the driver gave; it is never asked about NULL. */
export type CellReader = (value: unknown) => string | null;

/** How text is understood while a statement is read. */
export interface TextReading {
  /** By the number of the character set that the column declares; undefined where it declares none, and a guess holds. */
  readonly declared: (id: number) => CharacterSet | undefined;
  readonly guess: CharacterSet;
  /** Is told of every text with other than ASCII signs whose character set was guessed. */
  readonly onGuess: (column: number, bytes: string, text: string) => void;
}

const notAscii = /[\x80-\xff]/;
const emptyDay = '1899-12-30';
/** `2026-03-29 01:30:00` */
const timestampLength = 19;
/** `01:30:00` */
const timeLength = 8;

/** The reader of one column, chosen once for a statement: this is where most of a read's time goes. */
export function cellReader(column: WireColumn, position: number, reading: TextReading): CellReader {
  if (isText(column))
    return characterSetOf(column) === octets ? bytesCell : textCell(characterSetOf(column), position, reading);
  switch (column.type) {
    case wireType.short:
    case wireType.long:
      return column.scale < 0 ? fixedCell(-column.scale) : String;
    case wireType.float:
    case wireType.dFloat:
      return (value) => floatText(Number(value));
    case wireType.double:
      return (value) => decimalText(Number(value));
    case wireType.boolean:
      return (value) => (value === true ? '1' : '0');
    case wireType.blob:
      return textCell(characterSetOf(column), position, reading);
    default:
      return String;
  }
}

/** Reads what the server wrote for a time or a moment; one on the day that Delphi writes for "none" is none. */
export function temporalCell(column: WireColumn): CellReader {
  const length = column.type === wireType.time || column.type === wireType.timeTz ? timeLength : timestampLength;
  return (value) => {
    const text = String(value);
    if (text.startsWith(emptyDay)) return null;
    return text.length > length ? text.slice(0, length) : text;
  };
}

/** The day from which the server counts for `dayCell`. */
export const firstDay = '1858-11-17';
const dayMilliseconds = 86_400_000;
const daysKept = 50_000;

/** Reads a day that the server counted from `firstDay`, which costs it and us less than writing it out each time. */
export function dayCell(): CellReader {
  const from = Date.parse(`${firstDay}T00:00:00Z`);
  const known = new Map<unknown, string | null>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const day = new Date(from + Number(value) * dayMilliseconds).toISOString().slice(0, 10);
    const cell = day === emptyDay ? null : day;
    if (known.size < daysKept) known.set(value, cell);
    return cell;
  };
}

/** Reads the bytes of a text that the server handed over as bytes, so that it does not look at them. */
export function textOfBytes(reader: CellReader): CellReader {
  return (value) => reader(Buffer.isBuffer(value) ? value.toString('latin1') : value);
}

/** Reads a text by the character set with this number. */
export function textCell(id: number, position: number, { declared, guess, onGuess }: TextReading): CellReader {
  const set = declared(id);
  return (value) => {
    if (typeof value !== 'string') return null;
    const bytes = value.charCodeAt(value.length - 1) > 32 ? value : withoutPadding(value);
    if (!notAscii.test(bytes)) return bytes === '' ? null : bytes;
    if (set) return set.decode(bytes);
    const text = guess.decode(bytes);
    onGuess(position, bytes, text);
    return text;
  };
}

/** Not `trimEnd`, which would take bytes for spaces that are the end of a letter in UTF-8. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 32) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** The driver divides by a power of ten, and the nearest double to a few digits names them without fail. */
function fixedCell(places: number): CellReader {
  return (value) => Number(value).toFixed(places);
}

function bytesCell(value: unknown): string | null {
  return Buffer.isBuffer(value) && value.length > 0 ? value.toString('hex') : null;
}
