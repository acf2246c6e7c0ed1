import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId, Instant } from '../model/ids.ts';
import { readKinds, type ReadKind, type RecordKind } from '../model/record.ts';
import type { Staging } from '../staging/staging.ts';
import type { AccountCount } from './agent-contract.ts';

/** Which destination's account, and since when a record counts as sent in this run. */
export interface AccountQuestion {
  readonly destination: DestinationId;
  readonly takes: (kind: RecordKind) => boolean;
  readonly since: Instant;
}

const none: AccountCount = { rows: 0, unchanged: 0, sent: 0, waiting: 0, problem: 0, excluded: 0 };

type Question = [{ destination: DestinationId; kind: RecordKind; since: Instant }];

/** A row that the till has, by the name of an outbox or ledger row. CROSS JOIN: else SQLite walks every row for each of them. */
const isThere = (table: string): string => `EXISTS (
  SELECT 1 FROM feed CROSS JOIN row ON row.feed = feed.id AND row.key = ${table}.key AND row.pull <= feed.pull
  WHERE feed.kind = $kind AND row.content IS NOT NULL)`;
const isWithheld = (table: string): string => `EXISTS (SELECT 1 FROM withheld
  WHERE withheld.destination = $destination AND withheld.kind = $kind AND withheld.key = ${table}.key)`;
const isQueued = `EXISTS (SELECT 1 FROM outbox
  WHERE outbox.destination = $destination AND outbox.kind = $kind AND outbox.key = ledger.key)`;
const queued = `SELECT count(*) FROM outbox WHERE destination = $destination AND kind = $kind AND newer = 0
  AND NOT ${isWithheld('outbox')} AND ${isThere('outbox')}`;
const held = 'FROM ledger WHERE destination = $destination AND kind = $kind AND archived_at IS NULL';

/**
 * Where every record that the till has stands with a destination, each counted in one place: kept back by a problem or
 * refused, waiting, sent in this run, unchanged since an earlier one, or of a kind that the destination does not take.
 */
export function createAccount(database: WritableDatabase, staging: Staging) {
  const count = (sql: string) => {
    const statement = database.prepare<Question, number>(sql).pluck();
    return (question: Question[0]): number => statement.get(question) ?? 0;
  };
  const withheld = count('SELECT count(*) FROM withheld WHERE destination = $destination AND kind = $kind');
  const given = count(`${queued} AND state IN ('parked', 'discarded')`);
  const waiting = count(`${queued} AND state NOT IN ('parked', 'discarded')`);
  const settled = count(`SELECT count(*) ${held}`);
  // CROSS JOIN: from the few that are apart to their rows in the ledger, never the other way round.
  const alsoHeld = (from: string): string => `SELECT ledger.key FROM ${from}
    CROSS JOIN ledger ON ledger.destination = $destination AND ledger.kind = $kind AND ledger.key = apart.key
    WHERE ledger.archived_at IS NULL`;
  const elsewhere = count(`SELECT count(*) FROM (
    ${alsoHeld('(SELECT key FROM withheld WHERE destination = $destination AND kind = $kind) AS apart')}
    UNION ${alsoHeld('(SELECT key FROM outbox WHERE destination = $destination AND kind = $kind) AS apart')}
    UNION ${alsoHeld(`(SELECT row.key FROM row JOIN feed ON feed.id = row.feed
      WHERE feed.kind = $kind AND row.vanished_at IS NOT NULL) AS apart`)})`);
  const sent = count(`SELECT count(*) ${held} AND sent_at >= $since
    AND NOT ${isQueued} AND NOT ${isWithheld('ledger')} AND ${isThere('ledger')}`);

  function of(kind: ReadKind, { destination, takes, since }: AccountQuestion): AccountCount {
    const { rows } = staging.feed(kind);
    if (!takes(kind)) return { rows, unchanged: 0, sent: 0, waiting: 0, problem: 0, excluded: rows };
    const question = { destination, kind, since };
    const sentNow = sent(question);
    return {
      rows,
      unchanged: settled(question) - elsewhere(question) - sentNow,
      sent: sentNow,
      waiting: waiting(question),
      problem: withheld(question) + given(question),
      excluded: 0,
    };
  }

  return (question: AccountQuestion): Record<RecordKind, AccountCount> => {
    const counts = Object.fromEntries(readKinds.map((kind) => [kind, of(kind, question)])) as Record<
      ReadKind,
      AccountCount
    >;
    return { ...counts, stock: none, price: none };
  };
}
