import type { WritableDatabase } from '../database/open.ts';
import type { Facts } from '../model/facts.ts';
import type { DestinationId, Instant, RemoteId, TillKey } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Subject, Uniques } from './entry.ts';
import { readFacts, readUniques, stored } from './entry.ts';
import type { HeldValue } from './held-values.ts';
import { createHeldValues } from './held-values.ts';
import { createObserving } from './observing.ts';

/** What one destination has of one record, as of its own last word. */
export interface LedgerEntry {
  /** Of the content that was sent last. */
  readonly hash: string;
  readonly remoteId: RemoteId | null;
  readonly watched: Facts | null;
  readonly uniques: Uniques | null;
  /** Null unless the destination has put the record away. */
  readonly archivedAt: Instant | null;
  readonly sentAt: Instant;
}

/** What was just delivered. Without `remoteId` the one that is known stays. */
export interface Delivered extends Subject {
  readonly hash: string;
  readonly remoteId: RemoteId | null;
  readonly watched: Facts | null;
  readonly uniques: Uniques | null;
  readonly at: Instant;
}

/** What each destination has. Writing happens inside the caller's transaction. */
export interface Ledger {
  get(subject: Subject): LedgerEntry | undefined;
  /** Whether the destination holds the record, and has not put it away. */
  has(subject: Subject): boolean;
  /** How many records of the kind the destination holds, without those put away. */
  count(destination: DestinationId, kind: RecordKind): number;
  /** The keys that the destination holds, without those put away. Nothing may be written while this is read. */
  keys(destination: DestinationId, kind: RecordKind): IterableIterator<TillKey>;
  delivered(record: Delivered): void;
  archived(subject: Subject, at: Instant): void;
  /** The far side has the record no more, because it lost it or made it one with another: offered again, it is sent as if it were new. */
  forget(subject: Subject): void;
  /** An earlier sending may have arrived after all, and nobody will ever say: the next offer of it goes. */
  doubt(subject: Subject): void;
  /**
   * Another record, which held these values, went into this one there. It may say more than was sent, so the next offer of
   * it goes. Where nobody knows when that was (`isSure` false), it holds perhaps these values, perhaps those of another, until
   * then.
   */
  mixed(subject: Subject, brought: Uniques | null, isSure: boolean): void;
  /**
   * These watched facts were seen at the destination. The next offer of the record is compared with them. Answers false,
   * and leaves everything as it is, where a sending of the record is under way: what was seen may be from before it or after it.
   */
  observed(subject: Subject, facts: Facts, at: Instant): boolean;
  /** The far side said with its answer that it has these watched facts now, and not what was sent. */
  took(subject: Subject, facts: Facts, at: Instant): void;
  /** Who holds a unique value at the destination, as of its last word. */
  holder(value: HeldValue): TillKey | undefined;
}

interface LedgerRow {
  readonly hash: string;
  readonly remote_id: RemoteId | null;
  readonly watched: string | null;
  readonly uniques: string | null;
  readonly archived_at: Instant | null;
  readonly sent_at: Instant;
}

type Names = [DestinationId, RecordKind, TillKey];

// No content has such a hash, so the next offer goes.
const mixed = 'mixed';
const perhapsMixed = 'perhaps mixed';

function prepare(database: WritableDatabase) {
  const one = 'WHERE destination = ? AND kind = ? AND key = ?';
  return {
    get: database.prepare<Names, LedgerRow>(
      `SELECT hash, remote_id, watched, uniques, archived_at, sent_at FROM ledger ${one}`,
    ),
    has: database.prepare<Names, number>(`SELECT 1 FROM ledger ${one} AND archived_at IS NULL`).pluck(),
    uniques: database.prepare<Names, Pick<LedgerRow, 'uniques' | 'hash'>>(`SELECT uniques, hash FROM ledger ${one}`),
    count: database
      .prepare<[DestinationId, RecordKind], number>(
        'SELECT count(*) FROM ledger WHERE destination = ? AND kind = ? AND archived_at IS NULL',
      )
      .pluck(),
    keys: database
      .prepare<[DestinationId, RecordKind], TillKey>(
        'SELECT key FROM ledger WHERE destination = ? AND kind = ? AND archived_at IS NULL',
      )
      .pluck(),
    write: database.prepare<[...Names, string, RemoteId | null, string | null, string | null, Instant]>(`
      INSERT INTO ledger (destination, kind, key, hash, remote_id, watched, uniques, sent_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET hash = excluded.hash, remote_id = coalesce(excluded.remote_id, remote_id),
        watched = excluded.watched, uniques = excluded.uniques, archived_at = NULL, sent_at = excluded.sent_at`),
    archive: database.prepare<[Instant, Instant, ...Names]>(
      `UPDATE ledger SET archived_at = ?, sent_at = ?, uniques = NULL ${one}`,
    ),
    doubt: database.prepare<Names>(`UPDATE ledger SET hash = 'doubtful' ${one} AND hash <> '${perhapsMixed}'`),
    mixed: database.prepare<[string, string | null, ...Names]>(`UPDATE ledger SET hash = ?, uniques = ? ${one}`),
    forget: database.prepare<Names>(`DELETE FROM ledger ${one}`),
  };
}

/** The ledger in our own database. */
export function createLedger(database: WritableDatabase): Ledger {
  const statements = prepare(database);
  const held = createHeldValues(database);
  const observing = createObserving(database);

  function moveUniques(subject: Subject, next: string | null): void {
    const { destination, kind, key } = subject;
    const { uniques: before = null, hash } = statements.uniques.get(destination, kind, key) ?? {};
    const kept = readUniques(next);
    if (hash === perhapsMixed) held.releaseAll(subject);
    held.hold(subject, kept);
    if (before !== next) held.release(subject, readUniques(before), kept);
  }

  return {
    get({ destination, kind, key }) {
      const row = statements.get.get(destination, kind, key);
      return (
        row && {
          hash: row.hash,
          remoteId: row.remote_id,
          watched: readFacts(row.watched),
          uniques: readUniques(row.uniques),
          archivedAt: row.archived_at,
          sentAt: row.sent_at,
        }
      );
    },
    has: ({ destination, kind, key }) => statements.has.get(destination, kind, key) !== undefined,
    count: (destination, kind) => statements.count.get(destination, kind) ?? 0,
    keys: (destination, kind) => statements.keys.iterate(destination, kind),
    delivered(record) {
      const { destination, kind, key, hash, remoteId, at } = record;
      const uniques = stored(record.uniques);
      moveUniques(record, uniques);
      statements.write.run(destination, kind, key, hash, remoteId, stored(record.watched), uniques, at);
    },
    archived(subject, at) {
      const { destination, kind, key } = subject;
      moveUniques(subject, null);
      statements.archive.run(at, at, destination, kind, key);
    },
    forget(subject) {
      moveUniques(subject, null);
      statements.forget.run(subject.destination, subject.kind, subject.key);
    },
    doubt: ({ destination, kind, key }) => void statements.doubt.run(destination, kind, key),
    mixed(subject, brought, isSure) {
      const { destination, kind, key } = subject;
      const { uniques: before = null, hash } = statements.uniques.get(destination, kind, key) ?? {};
      const own = readUniques(before);
      // What it has may be what came with an earlier one, or was overwritten since: then this one has filled the gap.
      const isClear = isSure && hash !== perhapsMixed;
      const uniques = stored(brought || own ? { ...brought, ...own } : null);
      held.hold(subject, readUniques(uniques));
      if (!isClear) held.hold(subject, brought);
      statements.mixed.run(isClear ? mixed : perhapsMixed, uniques, destination, kind, key);
    },
    ...observing,
    holder(value) {
      const { destination, kind, field } = value;
      return held.holders(value).find((key) => {
        const { uniques = null } = statements.uniques.get(destination, kind, key) ?? {};
        return readUniques(uniques)?.[field] === value.value;
      });
    },
  };
}
