import type { Operation } from '../connectors/contract.ts';
import type { WritableDatabase } from '../database/open.ts';
import type { Facts } from '../model/facts.ts';
import type { DestinationId, Instant, TillKey } from '../model/ids.ts';
import type { AnyRecord, RecordKind } from '../model/record.ts';
import { isReadKind } from '../model/record.ts';
import type { EntryState, RecordName, Subject, Uniques } from './entry.ts';
import { readFacts, stored } from './entry.ts';
import { isNeeded } from './needs.ts';

/** A record as a destination ought to have it. */
export interface Offer extends Subject {
  readonly operation: Operation;
  /** Null only for `archive` and `merge`. */
  readonly record: AnyRecord | null;
  /** For `merge`: the record into which it goes. It waits until the destination has that one. */
  readonly into?: TillKey;
  /** The record as JSON, where the caller has it already. */
  readonly text?: string;
  /** Of the content: the same hash means that there is nothing to send. */
  readonly hash: string;
  readonly watched?: Facts | null;
  readonly uniques?: Uniques | null;
  readonly dependsOn?: RecordName | null;
  readonly at: Instant;
}

/**
 * What became of an offer. `unchanged`: the destination has it already, or has nothing to put away or to merge. `queued`: new in the
 * outbox. `replaced`: it took the place of an older version. `waiting`: that very version waits or is under way already.
 * `parked`, `discarded`: that very version was refused, used up its tries, or was given up by a person.
 */
export type OfferAnswer = 'unchanged' | 'queued' | 'replaced' | 'waiting' | 'parked' | 'discarded';

interface Standing {
  readonly id: number;
  readonly newer: number;
  readonly operation: Operation;
  readonly hash: string;
  readonly into_key: TillKey | null;
  readonly state: EntryState;
  readonly may_have_arrived: number;
}

type Names = [DestinationId, RecordKind, TillKey];
type Content = readonly [
  Operation,
  string,
  string | null,
  string | null,
  RecordKind | null,
  TillKey | null,
  TillKey | null,
  Instant,
  string | null,
];

const columns =
  'destination, kind, key, operation, hash, watched, uniques, depends_kind, depends_key, into_key, created_at, record';

function prepare(database: WritableDatabase) {
  const one = 'WHERE destination = ? AND kind = ? AND key = ?';
  return {
    // What nearly every offer of a first load is, new, takes one statement: while no destination has anything, there is
    // nothing to compare it with; later on, the ledger is asked inside the statement.
    anything: database.prepare<[], number>('SELECT 1 FROM ledger LIMIT 1').pluck(),
    first: database.prepare<[...Names, ...Content]>(
      `INSERT INTO outbox (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ),
    fresh: database.prepare<[...Names, ...Content, ...Names, string]>(`
      INSERT INTO outbox (${columns}) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      WHERE NOT EXISTS (SELECT 1 FROM ledger
        WHERE destination = ? AND kind = ? AND key = ? AND hash = ? AND archived_at IS NULL)
      ON CONFLICT DO NOTHING`),
    insert: database.prepare<[...Names, ...Content, number]>(
      `INSERT INTO outbox (${columns}, newer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    replace: database.prepare<[...Content, number]>(`
      UPDATE outbox SET operation = ?, hash = ?, watched = ?, uniques = ?, depends_kind = ?, depends_key = ?,
        into_key = ?, created_at = ?, record = ?, held = NULL, partly = NULL, state = 'waiting', attempts = 0, not_before = NULL, reason = NULL, faults = NULL,
        batch = NULL, position = NULL, job = NULL, cleared = NULL, cannot_clear = 0, claimed_at = NULL
      WHERE id = ?`),
    tryAgain: database.prepare<[number]>(
      `UPDATE outbox SET state = 'waiting', attempts = 0, not_before = NULL, faults = NULL WHERE id = ?`,
    ),
    // CAST: beside an ORDER BY, SQLite would plan the statement anew for every value that is compared bare.
    standing: database.prepare<Names, Standing>(`
      SELECT id, newer, operation, hash, into_key, state, may_have_arrived FROM outbox
      WHERE destination = CAST(? AS TEXT) AND kind = CAST(? AS TEXT) AND key = CAST(? AS TEXT) ORDER BY newer`),
    remove: database.prepare<[number]>('DELETE FROM outbox WHERE id = ?'),
    there: database.prepare<Names, { hash: string; watched: string | null; archivedAt: Instant | null }>(
      `SELECT hash, watched, archived_at AS archivedAt FROM ledger ${one}`,
    ),
  };
}

function contentOf(offer: Offer): Content {
  const { operation, hash, watched, uniques, into, at, record, text } = offer;
  const needs = into === undefined ? offer.dependsOn : { kind: offer.kind, key: into };
  const names = [needs?.kind ?? null, needs?.key ?? null, into ?? null] as const;
  return [operation, hash, stored(watched), stored(uniques), ...names, at, text ?? stored(record)];
}

/** Its fate at the far side is not known: a later version must wait behind it. */
function isUnderWay({ state, may_have_arrived }: Standing): boolean {
  return state === 'claimed' || state === 'accepted' || may_have_arrived === 1;
}

/** Takes records into the outbox, and out again. Everything happens inside the caller's transaction. */
export function createOffering(database: WritableDatabase) {
  const statements = prepare(database);
  let isAnythingThere = false;

  function mustGo({ destination, kind, key, operation, hash, watched = null }: Offer): boolean {
    const there = statements.there.get(destination, kind, key);
    return isNeeded({ kind, operation, hash, watched }, there && { ...there, watched: readFacts(there.watched) });
  }

  function offerBehind(offer: Offer, standing: Standing, behind: Standing | undefined): OfferAnswer {
    const { destination, kind, key } = offer;
    if (standing.state === 'parked' || standing.state === 'discarded') statements.tryAgain.run(standing.id);
    if (isSame(offer, standing)) {
      if (behind) statements.remove.run(behind.id);
      return 'waiting';
    }
    if (!behind) statements.insert.run(destination, kind, key, ...contentOf(offer), 1);
    else if (isSame(offer, behind)) return 'waiting';
    else statements.replace.run(...contentOf(offer), behind.id);
    return 'replaced';
  }

  function offerAgainst(offer: Offer): OfferAnswer {
    const { destination, kind, key } = offer;
    const [standing, behind] = statements.standing.all(destination, kind, key);
    if (standing && isSame(offer, standing) && isSettled(standing)) return standing.state;
    if (standing && isUnderWay(standing)) return offerBehind(offer, standing, behind);
    if (!mustGo(offer)) {
      if (standing) statements.remove.run(standing.id);
      return 'unchanged';
    }
    if (!standing) {
      statements.insert.run(destination, kind, key, ...contentOf(offer), 0);
      return 'queued';
    }
    if (isSame(offer, standing)) return 'waiting';
    statements.replace.run(...contentOf(offer), standing.id);
    return 'replaced';
  }

  /** Takes in a record that neither waits nor was delivered as it is; answers whether it is such a one. */
  function offerNew(offer: Offer): boolean {
    const { destination, kind, key, hash } = offer;
    const content = contentOf(offer);
    isAnythingThere ||= statements.anything.get() !== undefined;
    const { changes } = isAnythingThere
      ? statements.fresh.run(destination, kind, key, ...content, destination, kind, key, hash)
      : statements.first.run(destination, kind, key, ...content);
    return changes === 1;
  }

  return {
    offer(offer: Offer): OfferAnswer {
      const { operation, kind } = offer;
      // What takes something away, or is reckoned, is new to the outbox much more rarely than there already.
      const isReckoned = operation === 'archive' || operation === 'merge' || !isReadKind(kind);
      return !isReckoned && offerNew(offer) ? 'queued' : offerAgainst(offer);
    },
    withdraw({ destination, kind, key }: Subject): boolean {
      let withdrawn = false;
      for (const standing of statements.standing.all(destination, kind, key)) {
        if (isUnderWay(standing) && standing.newer === 0) continue;
        statements.remove.run(standing.id);
        withdrawn = true;
      }
      return withdrawn;
    },
  };
}

function isSame({ operation, hash, into }: Offer, standing: Standing): boolean {
  return operation === standing.operation && hash === standing.hash && (into ?? null) === standing.into_key;
}

function isSettled(standing: Standing): standing is Standing & { state: 'parked' | 'discarded' } {
  return standing.state === 'parked' || standing.state === 'discarded';
}
