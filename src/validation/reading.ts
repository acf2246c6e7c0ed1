import type { Currency } from '../model/money.ts';
import type { ReadKind, RecordOf } from '../model/record.ts';
import type { Fault } from '../model/rule-pack.ts';

/** What cleaning did to one field without changing its meaning, for staff to see. */
export interface Cleaning {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** A row understood: the record, what was cleaned on the way, and the texts that could not be understood. */
export interface Reading<K extends ReadKind> {
  readonly record: RecordOf[K];
  readonly cleanings: readonly Cleaning[];
  /** `bad_date` or `wrong_type`; the record has no such field then. */
  readonly faults: readonly Fault[];
  /** The field as it stands in the till, `lines[2].quantity` for a line's; null where it stands empty or is not mapped. */
  readonly raw: (field: string) => string | null;
  /** The reading of the same row if the field held this text in the till: for trying a suggestion. */
  readonly with: (field: string, text: string) => Reading<K>;
}

/** The settings of the shop that reading depends on. */
export interface ShopHabits {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly timeZone: string;
  readonly currency: Currency;
}

/** What one row's cells tell each other while they are read, and what reading them has to say. */
export interface Notebook {
  /** The row's own country, by which phones and postcodes are read; the shop's where the row names none. */
  country: string;
  /** The row's own currency; the shop's where the row names none. */
  currency: Currency;
  cleanings: readonly Cleaning[];
  faults: readonly Fault[];
}

const nothing: readonly never[] = [];

/** A notebook for one row. It shares its empty lists: a clean row costs no more than this. */
export function openNotebook({ country, currency }: ShopHabits): Notebook {
  return { country, currency, cleanings: nothing, faults: nothing };
}

/** Notes what cleaning did. */
export function noteCleaning(notebook: Notebook, cleaning: Cleaning): void {
  notebook.cleanings = [...notebook.cleanings, cleaning];
}

/** Notes a text that could not be understood. */
export function noteFault(notebook: Notebook, fault: Fault): void {
  notebook.faults = [...notebook.faults, fault];
}
