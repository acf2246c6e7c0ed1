import type { Operation, Outcome } from '../connectors/contract.ts';
import type { WritableDatabase } from '../database/open.ts';
import type { Facts } from '../model/facts.ts';
import type { DestinationId, Instant, TillKey } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Entry, Subject } from './entry.ts';
import { isWhole, readFacts, sentUniques, stored } from './entry.ts';
import { createHeldValues } from './held-values.ts';
import type { Ledger } from './ledger.ts';
import { isNeeded } from './needs.ts';
import type { NextEntry } from './next-state.ts';

/** The batch in which a waiting entry goes again, and its place there. */
export interface Place {
  readonly batch: string;
  readonly position: number;
}

/** How a waiting entry goes again: where, and with how much of it first. */
interface Again {
  readonly place: Place | null;
  readonly partly: Facts | null;
}

interface NewerRow {
  readonly id: number;
  readonly operation: Operation;
  readonly hash: string;
  readonly watched: string | null;
}

type Names = [DestinationId, RecordKind, TillKey];
type State<S extends NextEntry['state']> = Extract<NextEntry, { state: S }>;

function prepare(database: WritableDatabase) {
  return {
    remove: database.prepare<[number]>('DELETE FROM outbox WHERE id = ?'),
    newer: database.prepare<Names, NewerRow>(
      'SELECT id, operation, hash, watched FROM outbox WHERE destination = ? AND kind = ? AND key = ? AND newer = 1',
    ),
    promote: database.prepare<[number]>('UPDATE outbox SET newer = 0 WHERE id = ?'),
    wait: database.prepare<
      [number, Instant | null, string | null, number, string | null, number | null, string | null, number]
    >(`
      UPDATE outbox SET state = 'waiting', attempts = ?, not_before = ?, reason = ?, may_have_arrived = ?, batch = ?,
        position = ?, partly = ?, job = NULL WHERE id = ?`),
    goWhole: database.prepare<[string | null, number, number]>(`
      UPDATE outbox SET state = 'waiting', not_before = NULL, reason = ?, may_have_arrived = 0, batch = NULL,
        position = NULL, job = NULL, cleared = NULL, partly = NULL, cannot_clear = ? WHERE id = ?`),
    accept: database.prepare<[string, Instant, number]>(
      `UPDATE outbox SET state = 'accepted', job = ?, not_before = ? WHERE id = ?`,
    ),
    park: database.prepare<[number, string, string | null, number, number]>(`
      UPDATE outbox SET state = 'parked', attempts = ?, reason = ?, faults = ?, may_have_arrived = ?, not_before = NULL,
        batch = NULL, position = NULL, job = NULL, cleared = NULL, partly = NULL WHERE id = ?`),
  };
}

/** Writes down what became of entries, in the ledger and the outbox alike. Works inside the caller's transaction. */
export function createFates(database: WritableDatabase, ledger: Ledger) {
  const statements = prepare(database);
  const held = createHeldValues(database);

  /** It did not arrive, so it holds no more than what the destination had of it before. */
  function letGo(entry: Entry, mayHaveArrived: boolean): void {
    const sent = mayHaveArrived ? null : sentUniques(entry);
    if (sent) held.release(entry, sent, ledger.get(entry)?.uniques ?? null);
  }

  /**
   * Removes an entry; a newer version behind it takes its place, where it is still needed. Where an earlier sending may have
   * arrived after all, the ledger cannot say that it is not. Answers whether there was one.
   */
  function giveWay(entry: Entry, isKnown = true): boolean {
    const newer = statements.newer.get(entry.destination, entry.kind, entry.key);
    statements.remove.run(entry.id);
    if (!newer) return false;
    const wanted = { ...newer, kind: entry.kind, watched: readFacts(newer.watched) };
    if (!isKnown || isNeeded(wanted, ledger.get(entry))) statements.promote.run(newer.id);
    else statements.remove.run(newer.id);
    return true;
  }

  function merged(entry: Entry): void {
    const brought = ledger.get(entry)?.uniques ?? null;
    ledger.forget(entry);
    // One that was sent before may have gone into it long ago, and what it filled there may have been overwritten since.
    if (entry.into !== null) ledger.mixed({ ...entry, key: entry.into }, brought, !entry.mayHaveArrived);
  }

  function hasNewer({ destination, kind, key }: Subject): boolean {
    return statements.newer.get(destination, kind, key) !== undefined;
  }

  return {
    /** Whether a newer version waits behind it. */
    hasNewer,
    /** The destination has it as it was sent. */
    done(entry: Entry, outcome: Outcome, at: Instant): void {
      const { hash, watched, partly } = entry;
      const remoteId = 'remoteId' in outcome ? (outcome.remoteId ?? null) : null;
      if (entry.operation === 'archive') ledger.archived(entry, at);
      else if (entry.operation === 'merge') merged(entry);
      else if (isWhole(entry)) ledger.delivered({ ...entry, remoteId, at });
      else {
        const sent = { uniques: sentUniques(entry), watched: partly ? { ...watched, ...partly } : watched };
        // No content has this hash, so the whole record is still owed.
        ledger.delivered({ ...entry, ...sent, hash: `${hash}-not-whole`, remoteId, at });
        if (!hasNewer(entry)) {
          statements.goWhole.run(null, 0, entry.id);
          return;
        }
      }
      giveWay(entry);
    },
    wait(entry: Entry, next: State<'waiting'>, { place, partly }: Again): void {
      letGo(entry, next.mayHaveArrived);
      // What surely did not arrive need not go any more, once there is something newer.
      if (!next.mayHaveArrived && hasNewer(entry)) {
        giveWay(entry);
        return;
      }
      const { attempts, notBefore, reason, mayHaveArrived } = next;
      const { batch, position } = place ?? { batch: null, position: null };
      statements.wait.run(
        attempts,
        notBefore,
        reason,
        mayHaveArrived ? 1 : 0,
        batch,
        position,
        stored(partly),
        entry.id,
      );
    },
    accept(entry: Entry, { jobId, notBefore }: State<'accepted'>): void {
      statements.accept.run(jobId, notBefore, entry.id);
    },
    /** Answers whether it was parked; a newer version goes in its stead. */
    park(entry: Entry, { attempts, reason, faults, mayHaveArrived }: State<'parked'>): boolean {
      letGo(entry, mayHaveArrived);
      // This sending was refused; an earlier one, perhaps with a field left empty, may have arrived before it.
      if (entry.mayHaveArrived && !mayHaveArrived) ledger.doubt(entry);
      if (entry.cleared && faults) {
        statements.goWhole.run('it cannot be sent with a field left empty', 1, entry.id);
        return false;
      }
      if (hasNewer(entry)) {
        giveWay(entry, !entry.mayHaveArrived);
        return false;
      }
      statements.park.run(attempts, reason, stored(faults), mayHaveArrived ? 1 : 0, entry.id);
      return true;
    },
  };
}
