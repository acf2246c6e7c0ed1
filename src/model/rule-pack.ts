import type { Instant, LocalDate } from './ids.ts';
import type { ReadKind, RecordKind, RecordOf } from './record.ts';

/** One thing wrong with one field of a record. `code` is the destination's own word for it; `field` is a field of our record, `lines[2].quantity` for a line's, or '' for the record as a whole. */
export interface Fault {
  readonly field: string;
  readonly code: string;
  /** What a far side said, where it said anything; never shown without our own sentence. */
  readonly message?: string;
}

/**
 * What a fault costs: `block` withholds the record; `drop-field` sends it without the field, and still lists it;
 * `warn` sends it whole, and still lists it.
 */
export type Severity = 'block' | 'drop-field' | 'warn';

/** One rule of a destination: data, so that it can be listed, counted, translated and compared. */
export interface Rule {
  readonly code: string;
  /** The field of our record; `lines[].quantity` for any line's; '' for the record as a whole. */
  readonly field: string;
  readonly severity: Severity;
  /** The fields that go with it when it is dropped (an address goes whole); the field alone where this is absent. */
  readonly drops?: readonly string[];
  /** What is wrong, for staff: "The phone number cannot be called." */
  readonly says: string;
  /** What to do in the till: "Type the number with its area code." */
  readonly advice: string;
  /** The part of the advice that is an example of what to type: what is suggested for a record takes its place. */
  readonly example?: string;
  /** Where the rule comes from: "GenieAI contract: contact.phone". */
  readonly source: string;
  /** True where the verdict may change although the record does not: the rule looks at today's date. */
  readonly timed?: true;
}

/** What a rule may know besides the record. */
export interface RuleContext {
  readonly now: Instant;
  /** Today in the shop's zone. */
  readonly today: LocalDate;
}

/** A field whose value only one record of its kind may carry at the destination. */
export interface UniqueRule<K extends RecordKind> {
  readonly field: string;
  readonly code: string;
  /** The value as the destination compares it, or null where this record lays no claim. */
  readonly claim: (record: RecordOf[K]) => string | null;
}

/** A field that names another record, which the destination must hold first. */
export interface ReferenceRule<K extends RecordKind> {
  readonly field: string;
  readonly code: string;
  readonly to: ReadKind;
  readonly key: (record: RecordOf[K]) => string | null;
}

/** Everything that one destination demands of one kind of record. */
export interface RulePack<K extends RecordKind> {
  readonly kind: K;
  /** Changes whenever a verdict could: records judged under another version are judged again. */
  readonly version: string;
  /** A row for every pair of field and code that `judge`, `unique` or `reference` can give. */
  readonly rules: readonly Rule[];
  /** Every fault of the record by itself, none where it may be sent. Pure and quick: it runs for every record. */
  readonly judge: (record: RecordOf[K], context: RuleContext) => readonly Fault[];
  readonly unique: readonly UniqueRule<K>[];
  readonly reference?: ReferenceRule<K>;
}
