import type { WritableDatabase } from '../database/open.ts';
import type { Facts } from '../model/facts.ts';
import type { DestinationId, Instant, TillKey } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { EntryState, Subject } from './entry.ts';
import { stored } from './entry.ts';

type Names = [DestinationId, RecordKind, TillKey];

interface Standing {
  readonly id: number;
  readonly state: EntryState;
  readonly may_have_arrived: number;
  readonly batch: string | null;
}

/** No content has this hash, so the next offer is compared by what it says. */
const seen = 'observed';

/** Its fate is open, and the far side will still say it: in a batch that is under way, or goes again as it was. */
function isUnderWay({ state, may_have_arrived, batch }: Standing): boolean {
  if (state === 'claimed' || state === 'accepted') return true;
  return may_have_arrived === 1 && batch !== null;
}

/** Writes down what was seen at a destination, for records that are not under way to it. Works inside the caller's transaction. */
export function createObserving(database: WritableDatabase) {
  const write = database.prepare<[...Names, string, string | null, Instant]>(`
    INSERT INTO ledger (destination, kind, key, hash, watched, sent_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET hash = excluded.hash, watched = excluded.watched, archived_at = NULL,
      sent_at = excluded.sent_at`);
  const standing = database.prepare<Names, Standing>(`
    SELECT id, state, may_have_arrived, batch FROM outbox WHERE destination = ? AND kind = ? AND key = ? AND newer = 0`);
  // What was put into a batch before this was seen, and surely did not arrive, is reckoned anew.
  const leaveBatch = database.prepare<[number]>(
    `UPDATE outbox SET batch = NULL, position = NULL, partly = NULL, may_have_arrived = 0 WHERE id = ?`,
  );
  const remove = database.prepare<[number]>('DELETE FROM outbox WHERE id = ?');
  const promote = database.prepare<Names>(
    'UPDATE outbox SET newer = 0 WHERE destination = ? AND kind = ? AND key = ? AND newer = 1',
  );

  function took({ destination, kind, key }: Subject, facts: Facts, at: Instant): void {
    write.run(destination, kind, key, seen, stored(facts), at);
  }

  return {
    /** The far side said what it has of the record, whatever was asked of it. */
    took,
    observed(subject: Subject, facts: Facts, at: Instant): boolean {
      const names: Names = [subject.destination, subject.kind, subject.key];
      const entry = standing.get(...names);
      if (entry && isUnderWay(entry)) return false;
      took(subject, facts, at);
      if (!entry) return true;
      // Whether it arrived was never found out. What was seen says so, and what is still owed is offered anew.
      if (entry.may_have_arrived === 1 && entry.state !== 'discarded') {
        remove.run(entry.id);
        promote.run(...names);
      } else leaveBatch.run(entry.id);
      return true;
    },
  };
}
