import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId, Instant } from '../model/ids.ts';
import type { Batch } from '../connectors/contract.ts';
import type { Claimed, ClaimRequest } from './claims.ts';
import { createClaims, parcelOf } from './claims.ts';
import type { Destinations } from './destinations.ts';
import type { EntryRow, Subject } from './entry.ts';
import { entryOf } from './entry.ts';
import type { Ledger } from './ledger.ts';
import type { Offer, OfferAnswer } from './offering.ts';
import { createOffering } from './offering.ts';
import type { QueueCount, QueuedEntry, QueueQuery } from './queue.ts';
import { createQueue } from './queue.ts';
import type { Answer, Settled } from './settling.ts';
import { createSettling } from './settling.ts';

/** A batch of which the far side said that it would answer later. */
export interface Job {
  readonly jobId: string;
  readonly claimed: Claimed;
}

/** Everything on its way to any destination. */
export interface Outbox {
  /** A record as a destination ought to have it. Inside the caller's transaction. */
  offer(offer: Offer): OfferAnswer;
  /** The record is withheld now: what waits of it goes, unless it may have arrived already. Answers whether anything went. */
  withdraw(subject: Subject): boolean;
  /** What a process left claimed when it died may have arrived. The first line of every start; answers how many. */
  recover(): number;
  list(query: QueueQuery): readonly QueuedEntry[];
  get(id: number): QueuedEntry | undefined;
  /** Tries entries again in the next run, with their attempts forgotten; `all` are the parked ones. Answers how many. */
  retry(ids: readonly number[] | 'all'): number;
  /** Gives entries up, until the record changes. Answers how many. */
  discard(ids: readonly number[]): number;
  counts(destination?: DestinationId): readonly QueueCount[];
  /** The next batch of a lane, kept before it is sent; undefined where nothing is due. */
  claim(request: ClaimRequest): Claimed | undefined;
  /** Moves entries, ledger and the destination's state in one commit. */
  settle(answer: Answer): Settled;
  /** Does work in one commit. It must not wait for anything. */
  together<T>(work: () => T): T;
  /** What was accepted, and may be asked after by now. */
  jobs(destination: DestinationId, at: Instant): readonly Job[];
  /** When the next entry that was put off is due, after `at`. */
  nextDue(destination: DestinationId, at: Instant): Instant | undefined;
}

function prepare(database: WritableDatabase) {
  return {
    recover: database.prepare<[]>(
      `UPDATE outbox SET state = 'waiting', may_have_arrived = 1 WHERE batch IS NOT NULL AND state = 'claimed'`,
    ),
    accepted: database.prepare<[DestinationId, Instant], EntryRow & { job: string }>(`
      SELECT * FROM outbox WHERE destination = ? AND state = 'accepted' AND not_before <= ? ORDER BY batch, job, position`),
    nextDue: database
      .prepare<[DestinationId, Instant], Instant | null>(`
        SELECT min(not_before) FROM outbox WHERE destination = ? AND not_before > ? AND newer = 0
          AND state IN ('waiting', 'accepted')`)
      .pluck(),
  };
}

function jobsOf(rows: readonly (EntryRow & { job: string })[]): readonly Job[] {
  return [...Map.groupBy(rows, ({ batch, job }) => `${batch ?? ''} ${job}`).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const entries = group.map(entryOf);
    const { kind, operation } = first;
    const batch: Batch = { idempotencyKey: first.batch ?? '', kind, operation, parcels: entries.map(parcelOf) };
    return [{ jobId: first.job, claimed: { batch, entries, failures: 0, answersSeen: 0, after: 0 } }];
  });
}

/** The outbox in our own database. */
export function createOutbox(
  database: WritableDatabase,
  parts: { readonly ledger: Ledger; readonly destinations: Destinations },
): Outbox {
  const statements = prepare(database);
  return {
    ...createOffering(database),
    ...createQueue(database),
    ...createClaims(database),
    ...createSettling(database, parts),
    together: (work) => database.transaction(work)(),
    recover: () => statements.recover.run().changes,
    jobs: (destination, at) => jobsOf(statements.accepted.all(destination, at)),
    nextDue: (destination, at) => statements.nextDue.get(destination, at) ?? undefined,
  };
}
