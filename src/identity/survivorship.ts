import { compareKeys } from '../model/compare-keys.ts';
import type { Customer, customerFields } from '../model/customer.ts';
import { consentGivers } from './consent.ts';

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

/** Fields that are given by one candidate together: half a name of one and half of another is nobody's. */
const groups: readonly { readonly owner: keyof Owners; readonly fields: readonly SurvivingField[] }[] = [
  { owner: 'name', fields: ['title', 'firstName', 'lastName', 'fullName'] },
  { owner: 'address', fields: ['line1', 'line2', 'town', 'county', 'postcode', 'country'] },
  { owner: 'company', fields: ['company'] },
  { owner: 'email', fields: ['email'] },
  { owner: 'phone', fields: ['phone'] },
  { owner: 'mobile', fields: ['mobile'] },
  ...(['birthday', 'anniversary', 'tags', 'ringSize', 'notes'] as const).map(
    (field) => ({ owner: 'other', fields: [field] }) as const,
  ),
];

/**
 * Which candidate gives each field. A field that no candidate's source has is absent. A candidate with a value comes
 * before one without, and one whose value could be read before one whose could not; then the field's owner decides, then
 * the till, then the lowest key. Of consent the stricter stands. `firstSeenAt` is the earliest, `lastPurchaseAt` the latest.
 * Where the candidates stand in the list does not matter.
 */
export function survivors<C extends Candidate>(
  candidates: readonly C[],
  owners: Owners,
): ReadonlyMap<SurvivingField, C> {
  const inOrder = candidates.toSorted(byStanding);
  const givers = new Map<SurvivingField, C>();
  for (const { owner, fields } of groups) {
    const giver = best(inOrder, fields, rankFor(owners[owner], fields));
    for (const field of fields) if (giver && inOrder.some(({ cells }) => field in cells)) givers.set(field, giver);
  }
  for (const [field, giver] of consentGivers(inOrder, (each) => best(inOrder, [each], () => 0)))
    givers.set(field, giver);
  const first = best(inOrder, ['firstSeenAt'], ({ customer }) => -timeOf(customer.firstSeenAt));
  if (first) givers.set('firstSeenAt', first);
  const last = best(inOrder, ['lastPurchaseAt'], ({ customer }) => timeOf(customer.lastPurchaseAt));
  if (last) givers.set('lastPurchaseAt', last);
  return givers;
}

/** The order in which candidates come where nothing else decides: the till's first, then by key. */
function byStanding(one: Candidate, other: Candidate): number {
  if (one.channel !== other.channel) return one.channel === 'pos' ? -1 : 1;
  return compareKeys(one.key, other.key);
}

type Rank = (candidate: Candidate) => number;

/** The first of those with the most to say and the highest rank; undefined where no source has any of the fields. */
function best<C extends Candidate>(
  inOrder: readonly C[],
  fields: readonly SurvivingField[],
  rank: Rank,
): C | undefined {
  let found: C | undefined;
  for (const candidate of inOrder) {
    if (!fields.some((field) => field in candidate.cells)) continue;
    if (found && compareFor(fields, rank, [candidate, found]) <= 0) continue;
    found = candidate;
  }
  return found;
}

function compareFor(
  fields: readonly SurvivingField[],
  rank: Rank,
  [one, other]: readonly [Candidate, Candidate],
): number {
  return worth(one, fields) - worth(other, fields) || rank(one) - rank(other);
}

/** 2: a value that could be read; 1: something that could not; 0: nothing. */
function worth({ cells, customer }: Candidate, fields: readonly SurvivingField[]): 0 | 1 | 2 {
  const written = fields.filter((field) => (cells[field] ?? '').trim() !== '');
  if (written.length === 0) return 0;
  return written.some((field) => isReadable(customer, field)) ? 2 : 1;
}

function isReadable(customer: Customer, field: SurvivingField): boolean {
  return field === 'fullName' ? Boolean(customer.lastName ?? customer.firstName) : customer[field] != null;
}

function rankFor(owner: Owner, fields: readonly SurvivingField[]): Rank {
  switch (owner) {
    case 'till':
      return ({ channel }) => (channel === 'pos' ? 1 : 0);
    case 'web':
      return ({ channel }) => (channel === 'web' ? 1 : 0);
    case 'newest':
      return ({ recency }) => recency;
    case 'longest':
      return ({ cells }) => fields.reduce((length, field) => length + (cells[field] ?? '').trim().length, 0);
  }
}

function timeOf(instant: string | null | undefined): number {
  return instant == null ? 0 : Date.parse(instant);
}
