import type { TillKey } from '../model/ids.ts';
import type { Neighbour } from './atlas.ts';
import { evidenceOf } from './evidence.ts';
import { leadOf } from './lead.ts';
import type { Link } from './links.ts';
import type { MemberRow } from './member-store.ts';
import { lookAround, type LookParts, type Neighbourhood } from './neighbourhood.ts';
import type { Node } from './node.ts';
import type { MemberName, Settled } from './person.ts';
import type { PersonStore } from './person-store.ts';
import { stages, type UnsettledRow } from './unsettled-store.ts';

/** What settling works with. */
export interface SettleParts extends LookParts {
  readonly persons: PersonStore;
}

/** What became of persons, as it is being found out. */
export interface Account {
  readonly changed: Set<TillKey>;
  readonly retired: Settled['retired'][number][];
  readonly moved: MemberName[];
}

/** Joins some members who changed, and whoever is concerned by that, and writes down what became of their persons. */
export function settleBatch(parts: SettleParts, batch: readonly UnsettledRow[], account: Account): void {
  const { workshop } = parts;
  const regrouped = batch.filter(({ stage }) => stage !== stages.touched);
  const settled = workshop.marks.read('settled');
  const around = lookAround(parts, {
    changed: regrouped.map(({ member }) => member),
    former: regrouped.flatMap(({ former }) => former),
    isKnown: ({ row: { id, person } }) => person !== null || id <= settled,
  });
  const before = createPast(settled, around.neighbours);
  const touched = new Set(batch.map(({ member }) => member));
  const leads = new Map<number, MemberRow>();
  for (const members of around.persons) {
    const lead = rowOf(around, leadOf(members, before.wasLead));
    for (const { id } of members) leads.set(id, lead);
  }
  const linksOf = Map.groupBy(around.links, ({ one }) => leads.get(one.id));
  for (const members of around.persons) {
    const [first] = members;
    const lead = first && leads.get(first.id);
    if (!lead) continue;
    if (before.differs(lead, members) || members.some(({ id }) => touched.has(id))) account.changed.add(lead.key);
    const links = linksOf.get(lead) ?? [];
    writePerson(parts, { around, lead, members, links, hadOthers: before.hadOthers(lead) });
  }
  noteMoves({ around, leads, account, before });
  noteRetired({ ...parts, around, leads, account, before });
  for (const { row, node } of around.neighbours.values()) if (!node) workshop.members.remove(row.id);
  noteTouched(parts, batch, account);
  workshop.unsettled.done(batch.map(({ member }) => member));
}

/** What was known of some customers before this settling. */
interface Past {
  /** Whether a person had this member's key. */
  wasLead(member: { readonly id: number }): boolean;
  /** Whether the person of this lead had other members. */
  hadOthers(lead: MemberRow): boolean;
  /** The person's members as they were, the lead among them. */
  membersOf(lead: MemberRow): readonly Neighbour[];
  /** Whether the person of this lead is new, or had other members than these. */
  differs(lead: MemberRow, members: readonly Node[]): boolean;
  /** The id of the member whose key this one went under; undefined for newcomers. */
  leadBefore(row: MemberRow): number | undefined;
}

function createPast(settled: number, neighbours: ReadonlyMap<number, Neighbour>): Past {
  const leadBefore = ({ id, person }: MemberRow) => person ?? (id <= settled ? id : undefined);
  const byLead = Map.groupBy(neighbours.values(), ({ row }) => leadBefore(row));
  const membersOf = ({ id }: { readonly id: number }) => byLead.get(id) ?? [];
  const wasLead = (member: { readonly id: number }) => membersOf(member).some(({ row }) => row.id === member.id);
  return {
    wasLead,
    membersOf,
    leadBefore,
    hadOthers: (lead) => membersOf(lead).length > 1,
    differs(lead, members) {
      const ids = new Set(membersOf(lead).map(({ row }) => row.id));
      return !wasLead(lead) || ids.size !== members.length || members.some(({ id }) => !ids.has(id));
    },
  };
}

function rowOf({ neighbours }: Neighbourhood, { id }: { readonly id: number }): MemberRow {
  const found = neighbours.get(id);
  if (!found) throw new TypeError('a member was joined whom nobody looked at');
  return found.row;
}

interface Written {
  readonly around: Neighbourhood;
  readonly lead: MemberRow;
  readonly members: readonly Node[];
  /** Those that begin with one of the members. */
  readonly links: readonly Link[];
  readonly hadOthers: boolean;
}

function writePerson({ workshop, persons }: SettleParts, { around, lead, members, links, hadOthers }: Written): void {
  for (const member of members) {
    if (rowOf(around, member).person !== lead.id) workshop.members.assign(member.id, lead.id);
  }
  if (members.length > 1) persons.keep(lead, evidenceOf(members, links, around.sayings));
  else if (hadOthers) persons.forget(lead);
}

interface Change {
  readonly around: Neighbourhood;
  readonly leads: ReadonlyMap<number, MemberRow>;
  readonly account: Account;
  readonly before: Past;
}

function noteMoves({ around, leads, account, before }: Change): void {
  for (const { row } of around.neighbours.values()) {
    const lead = leads.get(row.id);
    if (!lead) continue;
    const was = before.leadBefore(row);
    const isMoved = was === undefined ? lead.id !== row.id && before.wasLead(lead) : was !== lead.id;
    if (isMoved) account.moved.push({ source: row.source, key: row.key });
  }
}

/** Keys that a person had, and that none has now. */
function noteRetired({ persons, around, leads, account, before }: Change & SettleParts): void {
  for (const { row } of around.neighbours.values()) {
    if (!before.wasLead(row) || leads.get(row.id)?.id === row.id) continue;
    const heirs = before.membersOf(row).flatMap(({ row: member }) => leads.get(member.id) ?? []);
    const into = leads.get(row.id) ?? heirs[0];
    account.retired.push({ key: row.key, into: into?.key ?? null });
    if (before.hadOthers(row)) persons.forget(row);
  }
}

/** Members of whom nothing changed that is compared: their person is another all the same. */
function noteTouched({ workshop }: SettleParts, batch: readonly UnsettledRow[], account: Account): void {
  const ids = batch.filter(({ stage }) => stage === stages.touched).map(({ member }) => member);
  const leads = workshop.members.load(ids).map(({ id, person }) => person ?? id);
  for (const { key } of workshop.members.load([...new Set(leads)])) account.changed.add(key);
}
