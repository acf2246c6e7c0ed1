import type { RecordKind } from '../../model/record.ts';
import type { Severity } from '../../model/rule-pack.ts';

/** What stands in one column. Amounts are exact decimal text, times wall-clock text. */
export type Cell = string | number | null;

/** A fault that was put into a row on purpose: what a check must find, no more and no less. */
export interface PlantedFault {
  readonly kind: RecordKind;
  /** The record's key, as the till's profile yields it. */
  readonly key: string;
  /** A field of our record, `lines[2].quantity` for a line's, '' for the record as a whole. */
  readonly field: string;
  readonly code: string;
  readonly severity: Severity;
  /** Exactly what a check must suggest; where this is absent, nothing is said about suggestions. */
  readonly suggestion?: string;
}

/** Why a value is sent otherwise than it stands in the till, without anybody being asked. */
export type CleaningReason = 'white space' | 'control characters' | 'phone' | 'postcode' | 'e-mail domain' | 'country';

/** What cleaning makes of a value by itself. `before` is without white space on its right, as a till is read. */
export interface Cleaning {
  readonly reason: CleaningReason;
  readonly before: string;
  readonly after: string;
}

/** A cleaning, and of what. */
export interface PlantedCleaning extends Cleaning {
  readonly kind: RecordKind;
  readonly key: string;
  readonly field: string;
}

/** One row in the making: what stands in it, what is wrong with it, and what cleaning will change. */
export interface Draft<Field extends string> {
  readonly kind: RecordKind;
  readonly values: Record<Field | 'key', Cell>;
  readonly faults: PlantedFault[];
  /** By field. */
  readonly cleanings: Map<string, Cleaning>;
}

/** Writes a value that needs no cleaning, whatever stood there before. */
export function put<Field extends string>(draft: Draft<Field>, field: Field | 'key', value: Cell): void {
  draft.values[field] = value;
  draft.cleanings.delete(field);
}

/** Writes a value as somebody typed it, with what cleaning makes of it. */
export function putUnclean<Field extends string>(draft: Draft<Field>, field: Field, cleaning: Cleaning): void {
  put(draft, field, cleaning.before);
  if (cleaning.before !== cleaning.after) draft.cleanings.set(field, cleaning);
}

/** Writes what stands in the same field of another row, dirt and all. */
export function copy<Field extends string>(draft: Draft<Field>, field: Field, from: Draft<Field>): void {
  const cleaning = from.cleanings.get(field);
  if (cleaning) putUnclean(draft, field, cleaning);
  else put(draft, field, from.values[field]);
}

/** Notes down that the row has a fault; making the row faulty is the caller's part. */
export function plant(draft: Draft<never>, fault: Omit<PlantedFault, 'kind' | 'key'>): void {
  draft.faults.push({ kind: draft.kind, key: String(draft.values.key), ...fault });
}

/** Writes a faulty value and notes the fault down under the same field. */
export function spoil<Field extends string>(
  draft: Draft<Field>,
  { field, value }: { field: Field | 'key'; value: Cell },
  fault: Pick<PlantedFault, 'code' | 'severity' | 'suggestion'>,
): void {
  put(draft, field, value);
  plant(draft, { field, ...fault });
}

/** What cleaning will change in a row, and where. */
export function* cleaningsOf({ kind, values, cleanings }: Draft<never>): Generator<PlantedCleaning> {
  for (const [field, cleaning] of cleanings) yield { kind, key: String(values.key), field, ...cleaning };
}
