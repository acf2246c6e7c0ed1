import type { RowKind } from '../../model/record.ts';

/** Where we believe that a field stands, and how sure we are. */
export interface FieldSuggestion {
  readonly field: string;
  /** `KUNDEN.NAME1`; several where it is computed. */
  readonly origin: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Up to three of the values that stand there. They are the shop's own data: for its people's eyes alone. */
  readonly samples: readonly string[];
}

/** What we believe of one kind of row. */
export interface KindSuggestion {
  readonly kind: RowKind;
  readonly table: string;
  readonly confidence: number;
  readonly fields: readonly FieldSuggestion[];
  /** Fields that a destination is likely to ask for and that were not found. */
  readonly missing: readonly string[];
}

/** A column that is being put into a SELECT. */
export interface Placed extends FieldSuggestion {
  readonly sql: string;
}
