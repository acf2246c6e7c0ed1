import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId, Instant } from '../model/ids.ts';
import type { DestinationEffect } from './next-state.ts';

/** How one destination stands. */
export interface DestinationState {
  readonly state: 'ready' | 'paused' | 'halted';
  readonly since: Instant | null;
  /** Until when it asked us to wait; null where it does not answer at all. */
  readonly until: Instant | null;
  readonly reason: string | null;
  readonly hint: string | null;
  /** How many requests it has answered, ever. */
  readonly answers: number;
  /** When it last said that it took something. */
  readonly lastAcceptedAt: Instant | null;
}

/** How every destination stands, and when it was last asked. Writing happens inside the caller's transaction. */
export interface Destinations {
  get(destination: DestinationId): DestinationState;
  /** Notes what an answer, or its absence, says of the destination. */
  note(destination: DestinationId, effect: DestinationEffect, at: Instant): void;
  /** A request was answered with more than a failure as a whole. */
  answered(destination: DestinationId): void;
  /** It said that it took something. */
  accepted(destination: DestinationId, at: Instant): void;
  /** A request was made at this moment, in epoch milliseconds; those before `forgetBefore` no longer matter. */
  requested(destination: DestinationId, at: number, forgetBefore: number): void;
  /** When it was asked since that moment, for a connector that must keep its pace after a restart. */
  recentRequests(destination: DestinationId, since: number): readonly number[];
}

interface StateRow {
  readonly state: DestinationState['state'];
  readonly since: Instant | null;
  readonly until: Instant | null;
  readonly reason: string | null;
  readonly hint: string | null;
  readonly answers: number;
  readonly last_accepted_at: Instant | null;
}

const untouched: DestinationState = {
  state: 'ready',
  since: null,
  until: null,
  reason: null,
  hint: null,
  answers: 0,
  lastAcceptedAt: null,
};

function prepare(database: WritableDatabase) {
  return {
    get: database.prepare<[DestinationId], StateRow>('SELECT * FROM destination_state WHERE destination = ?'),
    // `since` is when the state began, so it stays while only the reason or the end moves.
    write: database.prepare<
      [DestinationId, DestinationState['state'], Instant, Instant | null, string | null, string | null]
    >(`
      INSERT INTO destination_state (destination, state, since, until, reason, hint) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET since = CASE WHEN state = excluded.state THEN since ELSE excluded.since END,
        state = excluded.state, until = excluded.until, reason = excluded.reason, hint = excluded.hint`),
    answered: database.prepare<[DestinationId]>(`
      INSERT INTO destination_state (destination, answers) VALUES (?, 1) ON CONFLICT DO UPDATE SET answers = answers + 1`),
    accepted: database.prepare<[DestinationId, Instant]>(`
      INSERT INTO destination_state (destination, last_accepted_at) VALUES (?, ?)
      ON CONFLICT DO UPDATE SET last_accepted_at = excluded.last_accepted_at`),
    requested: database.prepare<[DestinationId, number]>('INSERT INTO request (destination, at) VALUES (?, ?)'),
    forget: database.prepare<[DestinationId, number]>('DELETE FROM request WHERE destination = ? AND at < ?'),
    recent: database
      .prepare<[DestinationId, number], number>('SELECT at FROM request WHERE destination = ? AND at >= ? ORDER BY at')
      .pluck(),
  };
}

/** The destinations' states in our own database. */
export function createDestinations(database: WritableDatabase): Destinations {
  const statements = prepare(database);

  function get(destination: DestinationId): DestinationState {
    const row = statements.get.get(destination);
    if (!row) return untouched;
    const { state, since, until, reason, hint, answers, last_accepted_at: lastAcceptedAt } = row;
    return { state, since, until, reason, hint, answers, lastAcceptedAt };
  }

  return {
    get,
    note(destination, effect, at) {
      switch (effect.state) {
        case 'as-before':
          break;
        case 'ready':
          if (get(destination).state !== 'ready') statements.write.run(destination, 'ready', at, null, null, null);
          break;
        case 'paused':
          statements.write.run(destination, 'paused', at, effect.until, 'It asked us to slow down.', null);
          break;
        case 'silent':
          statements.write.run(destination, 'paused', at, null, effect.reason, null);
          break;
        case 'halted':
          statements.write.run(destination, 'halted', at, null, effect.reason, effect.hint);
          break;
      }
    },
    answered: (destination) => void statements.answered.run(destination),
    accepted: (destination, at) => void statements.accepted.run(destination, at),
    requested(destination, at, forgetBefore) {
      statements.requested.run(destination, at);
      statements.forget.run(destination, forgetBefore);
    },
    recentRequests: (destination, since) => statements.recent.all(destination, since),
  };
}
