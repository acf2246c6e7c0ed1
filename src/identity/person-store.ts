import type { WritableDatabase } from '../database/open.ts';
import { compareKeys } from '../model/compare-keys.ts';
import type { TillKey } from '../model/ids.ts';
import type { MemberRow, MemberStore } from './member-store.ts';
import type { Evidence, MemberName, Person } from './person.ts';

/** Persons as they were settled. */
export interface PersonStore {
  /** Keeps what joins a person of more than one member. */
  keep(lead: MemberRow, evidence: readonly Evidence[]): void;
  forget(lead: MemberRow): void;
  /** The person to whom the member belongs. */
  of(member: MemberRow): Person | undefined;
  joined(after: string, limit: number): Person[];
}

/** Prepares everything that is asked of persons. */
export function createPersonStore(database: WritableDatabase, members: MemberStore): PersonStore {
  const keep = database.prepare<[string, number, string]>(
    `INSERT INTO joined_person (key, lead, evidence) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET evidence = excluded.evidence WHERE evidence <> excluded.evidence`,
  );
  const forget = database.prepare<[string, number]>('DELETE FROM joined_person WHERE key = ? AND lead = ?');
  const evidence = database
    .prepare<[string, number], string>('SELECT evidence FROM joined_person WHERE key = ? AND lead = ?')
    .pluck();
  const joined = database
    .prepare<[string, number], number>('SELECT lead FROM joined_person WHERE key > ? ORDER BY key LIMIT ?')
    .pluck();

  function personLedBy(lead: MemberRow): Person {
    // Of a member with whom nothing was ever settled there are no others.
    const others = lead.person === null ? [] : members.load(members.othersOf(lead.id));
    const all = [lead, ...others].filter(({ card }) => card !== null).toSorted(compareRows);
    const kept = others.length > 0 ? evidence.get(lead.key, lead.id) : undefined;
    return {
      key: lead.key,
      members: all.map(({ source, key }) => ({ source, key })),
      evidence: kept === undefined ? [] : evidenceIn(kept),
    };
  }

  return {
    keep: ({ key, id }, found) => void keep.run(key, id, evidenceText(found)),
    forget: ({ key, id }) => void forget.run(key, id),
    of(member) {
      const { id, person } = member;
      const lead = person === null || person === id ? member : members.get(person);
      return lead && personLedBy(lead);
    },
    joined: (after, limit) =>
      joined.all(after, limit).flatMap((id) => {
        const lead = members.get(id);
        return lead ? [personLedBy(lead)] : [];
      }),
  };
}

/** As `compareNodes`; the card need not be read for it. */
function compareRows(one: MemberRow, other: MemberRow): number {
  if (isWeb(one) !== isWeb(other)) return isWeb(one) ? 1 : -1;
  return compareKeys(one.key, other.key) || (one.source < other.source ? -1 : 1);
}

function isWeb({ card }: MemberRow): boolean {
  return card?.startsWith('[1') ?? false;
}

type EvidenceCells = readonly [string, TillKey, string, TillKey, Evidence['by'], string];

function evidenceText(evidence: readonly Evidence[]): string {
  return JSON.stringify(
    evidence.map(({ one, other, by, value }): EvidenceCells => [
      one.source,
      one.key,
      other.source,
      other.key,
      by,
      value,
    ]),
  );
}

/** Written by `evidenceText`, and by nobody else. */
function evidenceIn(text: string): Evidence[] {
  const name = (source: string, key: TillKey): MemberName => ({ source, key });
  return (JSON.parse(text) as readonly EvidenceCells[]).map(
    ([oneSource, oneKey, otherSource, otherKey, by, value]) => ({
      one: name(oneSource, oneKey),
      other: name(otherSource, otherKey),
      by,
      value,
    }),
  );
}
