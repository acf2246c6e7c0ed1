import type { Person } from '../../identity/person.ts';
import { survivors, type Owners, type SurvivingField } from '../../identity/survivorship.ts';
import type { Instant } from '../../model/ids.ts';
import type { Overlay } from '../../staging/overlay.ts';
import type { LoadedMember } from './load-member.ts';
import { personRow, type GivenCell } from './person-row.ts';

/** What persons are laid with. */
export interface LayParts {
  readonly overlay: Overlay;
  readonly owners: Owners;
  readonly load: (name: Person['members'][number]) => LoadedMember | undefined;
  readonly isTill: (source: string) => boolean;
}

/**
 * Lays a person over the rows of their members: a row of their own under the person's key, and every other member's key
 * hidden behind it. A customer of the till alone, who was never anything else, shines through and costs nothing. Inside the
 * caller's transaction.
 */
export function layPerson({ overlay, owners, load, isTill }: LayParts, { key, members }: Person): void {
  const [only] = members;
  if (members.length === 1 && only && isTill(only.source) && !overlay.row('customer', key)) return;
  const loaded = members.flatMap((name) => load(name) ?? []);
  if (loaded.length === 0) return;
  const channels = [...new Set(loaded.map(({ channel }) => channel))].toSorted();
  const cells = cellsOf(loaded, owners);
  const row = personRow({
    key,
    channels,
    members: loaded.map(({ source, kind, key: own }) => [source, kind, own]),
    cells,
  });
  overlay.write('customer', { key, parent: null, cells: row, vanishedAt: null });
  for (const { key: other } of members) if (other !== key) hide(overlay, other, key);
}

/** Hides a key behind the one under which its person is seen. */
export function hide(overlay: Overlay, key: string, behind: string): void {
  overlay.write('customer', { key, parent: behind, cells: null, vanishedAt: null });
}

/** Each field from the member who has the last word on it, and what is reckoned from all of them. */
function cellsOf(loaded: readonly LoadedMember[], owners: Owners): Map<SurvivingField, GivenCell> {
  const given = survivors(loaded, owners);
  const cells = new Map<SurvivingField, GivenCell>(
    [...given].map(([field, member]) => [field, { cell: member.cells[field] ?? null, member: loaded.indexOf(member) }]),
  );
  keepNamesWhole(cells, given);
  const first = earliest(loaded.flatMap(({ customer, purchases }) => [customer.firstSeenAt, purchases?.first]));
  const last = earliest(
    loaded.flatMap(({ customer, purchases }) => [customer.lastPurchaseAt, purchases?.last]),
    -1,
  );
  if (first) cells.set('firstSeenAt', { cell: first, member: -1 });
  if (last) cells.set('lastPurchaseAt', { cell: last, member: -1 });
  return cells;
}

const nameParts = ['title', 'firstName', 'lastName'] as const;

/** A source that keeps the whole name in one field has no parts of it: those of another source must not stand beside it. */
function keepNamesWhole(cells: Map<SurvivingField, GivenCell>, given: ReadonlyMap<SurvivingField, LoadedMember>): void {
  const giver = given.get('fullName') ?? given.get('lastName');
  if (giver?.cells.fullName == null) {
    cells.delete('fullName');
    return;
  }
  for (const part of nameParts) if (giver.cells[part] === undefined) cells.delete(part);
}

/** The first of the moments, or with -1 the last. */
function earliest(moments: readonly (Instant | null | undefined)[], sign: 1 | -1 = 1): Instant | undefined {
  const known = moments.flatMap((moment) => moment ?? []).toSorted();
  return sign === 1 ? known[0] : known.at(-1);
}
