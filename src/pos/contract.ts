import type { Row, RowKind } from '../model/record.ts';
import type { Profile } from './profile.ts';

/** Where a field of ours comes from, in the till's own terms. */
export interface FieldOrigin {
  /** Our name for it. */
  readonly field: string;
  /** `CUST.EMAIL`; the SELECT's own expression where no single column is behind it. */
  readonly origin: string;
  /** The till's type, as people write it: `VARCHAR(60)`. */
  readonly type: string;
}

/** One column of a till's table. */
export interface ColumnDescription {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  /** `TABLE.COLUMN` that a foreign key points at. */
  readonly references?: string;
  readonly characterSet?: string;
}

/** One table or view of a till. */
export interface TableDescription {
  readonly name: string;
  readonly kind: 'table' | 'view';
  /** Null where it could not be counted. */
  readonly rows: number | null;
  readonly columns: readonly ColumnDescription[];
}

/** A till's database, described without a word of what is in it. */
export interface TillDescription {
  readonly product: string;
  readonly characterSet: string;
  readonly tables: readonly TableDescription[];
}

/**
 * By what a database is known again. `counters` only ever grow in one and the same database (generators, sequences):
 * one that went back means a restored or another database.
 */
export interface Fingerprint {
  readonly id: string;
  readonly counters: Readonly<Record<string, number>>;
}

/** What a connection test found. */
export type TillCheck =
  | { readonly ok: true; readonly product: string; readonly characterSet: string; readonly detail: string }
  | { readonly ok: false; readonly what: string; readonly hint: string };

/** Which of a kind's rows are wanted; all, where nothing is said. */
export interface ReadOptions {
  readonly since?: string;
}

/** Everything read inside one read-only transaction, as of one instant. Use it only inside `Till.pull`. */
export interface Snapshot {
  readonly fingerprint: Fingerprint;
  /**
   * The fields that the profile's SELECT for this kind yields, in the order of a row's cells: ours, and after them the
   * parts of the key that are no fields of ours. Undefined where the profile has none. Throws where it does not fit.
   */
  fields(kind: RowKind): Promise<readonly FieldOrigin[] | undefined>;
  /**
   * All rows of a kind, in batches of a few hundred, streamed with flat memory. Texts are right-trimmed and decoded;
   * exact numbers are decimal text; times are wall-clock text `2026-03-29 01:30:00`; booleans `1`/`0`; empty, blank
   * and 1899-12-30 are null. Throws `TillbridgeError`, also for text that shows a wrong character set, with row and
   * column; a single byte that means nothing in the right one stands as U+FFFD in its text.
   * `since`, an earlier `latest`, leaves out rows whose change column is below it.
   */
  read(kind: RowKind, options?: ReadOptions): AsyncIterable<readonly Row[]>;
  /** The highest value of the profile's change column; null where there is none. */
  latest(kind: RowKind): Promise<string | null>;
  /** How many rows there are of a kind, counted where they are. */
  count(kind: RowKind): Promise<number>;
  /** The row whose field is the highest that is below a day (`2026-03-29`); undefined where there is none. */
  newest(kind: RowKind, by: { readonly field: string; readonly before: string }): Promise<Row | undefined>;
  /** The row (or, for lines and payments, rows) whose key, or sale key, this is. */
  readOne(kind: RowKind, key: string): Promise<readonly Row[]>;
}

/** Real texts of a till as they read in one character set. They are the shop's own data: for its people's eyes alone. */
export interface TextsInSet {
  readonly name: string;
  /** A few that differ from set to set; none where the till has nothing but plain letters, or says itself what its texts are. */
  readonly texts: readonly string[];
  /** How many of the texts looked at make no sense in it. */
  readonly odd: number;
}

/** Any point of sale. It is only ever read. */
export interface Till {
  readonly profile: Profile;
  check(): Promise<TillCheck>;
  describe(): Promise<TillDescription>;
  /** Up to `count` rows of a table, as text, for suggesting a profile. */
  sample(table: string, count: number): Promise<readonly Row[]>;
  /** The sets in which the till's texts may be written, the likeliest first; the one where the till itself says it. */
  characterSets(): Promise<readonly TextsInSet[]>;
  /** Opens one read-only snapshot, hands it to the work, and always closes it, whatever happens. Throws `TillbridgeError`. */
  pull<T>(work: (snapshot: Snapshot) => Promise<T>, signal: AbortSignal): Promise<T>;
  close(): Promise<void>;
}
