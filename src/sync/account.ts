import type { DestinationId, Instant } from '../model/ids.ts';
import { readKinds, type ReadKind, type RecordKind } from '../model/record.ts';
import { joinedSource } from '../staging/overlay.ts';
import { withTurns } from '../support/give-way.ts';
import type { AccountCount } from './agent-contract.ts';
import type { Engine } from './engine.ts';
import { createStockAccount } from './stock/stock-account.ts';

/** Which destination's account, and since when a record counts as sent in this run. */
export interface AccountQuestion {
  readonly destination: DestinationId;
  readonly takes: (kind: RecordKind) => boolean;
  readonly since: Instant;
}

/** Where the rows are. */
export type AccountParts = Pick<Engine, 'database' | 'view' | 'shopFront' | 'joining'>;

const none: AccountCount = { rows: 0, unchanged: 0, sent: 0, waiting: 0, problem: 0, excluded: 0, joined: 0 };

/** The feeds that lie over each other for a kind; 0 where there is none. The paths say where a row tells whether it counts. */
interface Laid {
  readonly base: number;
  readonly front: number;
  readonly over: number;
  readonly frontStanding: string | null;
  readonly overStanding: string | null;
}

/** What a page of a table says; `last` is its last key, null where nothing was left. */
interface Page {
  readonly last: string | null;
  readonly all: number;
  readonly some: number;
}

type Question = [Laid & { destination: DestinationId; kind: RecordKind; since: Instant }];

const isComplete = 'row.pull <= (SELECT feed.pull FROM feed WHERE feed.id = row.feed)';
const isSeen = `(row.feed = $over OR NOT EXISTS (SELECT 1 FROM row o WHERE o.feed = $over AND o.key = row.key))`;
/** A row that is seen, by the name of an outbox or ledger row. */
const isThere = (table: string): string => `EXISTS (SELECT 1 FROM row
  WHERE row.feed IN ($base, $front, $over) AND row.key = ${table}.key AND row.content IS NOT NULL
    AND ${isComplete} AND ${isSeen})`;
const isWithheld = (table: string): string => `EXISTS (SELECT 1 FROM withheld
  WHERE withheld.destination = $destination AND withheld.kind = $kind AND withheld.key = ${table}.key)`;
const isQueued = `EXISTS (SELECT 1 FROM outbox
  WHERE outbox.destination = $destination AND outbox.kind = $kind AND outbox.key = ledger.key)`;

/** Some rows of a table, from a key on: how many are meant, and how many of those a condition holds for. */
const pageOf = (table: string, meant: string, condition: string): string =>
  `SELECT max(key) AS last, coalesce(sum(meant), 0) AS "all", coalesce(sum(CASE WHEN meant THEN condition END), 0) AS some
   FROM (SELECT key, ${meant} AS meant, CASE WHEN ${condition} THEN 1 ELSE 0 END AS condition
     FROM ${table} WHERE destination = $destination AND kind = $kind AND key >= $from ORDER BY key LIMIT $limit)`;
const queued = pageOf(
  'outbox',
  `CASE WHEN newer = 0 AND NOT ${isWithheld('outbox')} AND ${isThere('outbox')} THEN 1 ELSE 0 END`,
  `state IN ('parked', 'discarded')`,
);
const held = pageOf(
  'ledger',
  'archived_at IS NULL',
  `archived_at IS NULL AND sent_at >= $since AND NOT ${isQueued} AND NOT ${isWithheld('ledger')} AND ${isThere('ledger')}`,
);

/** Rows that are looked at before others have a turn, some 10 ms. */
const rowsAPage = 4000;

/** Orders of the website that are no sales. */
const noSales = `SELECT row.key FROM row WHERE row.content IS NOT NULL AND ${isComplete} AND ${isSeen}
  AND ((row.feed = $front AND json_extract(row.content, $frontStanding) <> 'sale')
    OR (row.feed = $over AND json_extract(row.content, $overStanding) <> 'sale'))
  AND row.feed IN ($front, $over)`;
const vanished = 'SELECT key FROM row WHERE feed IN ($base, $front, $over) AND vanished_at IS NOT NULL';
const hidden = 'SELECT key FROM row WHERE feed = $over AND content IS NULL';
// From the few that lie over others to those, never the other way round.
const overlaid = `SELECT count(*) FROM row o CROSS JOIN row ON row.feed IN ($base, $front) AND row.key = o.key
  WHERE o.feed = $over AND row.content IS NOT NULL AND ${isComplete}`;
const made = 'SELECT count(*) FROM row WHERE feed = $over AND content IS NOT NULL';

/**
 * Where every row that the sources gave stands with a destination, each counted in one place: kept back by a problem or
 * refused, waiting, sent in this run, unchanged since an earlier one, of a kind that the destination does not take or no
 * sale at all, or one with another row that is counted already.
 */
export function createAccount({ database, view, shopFront, joining }: AccountParts) {
  const count = (sql: string) => {
    const statement = database.prepare<Question, number>(sql).pluck();
    return (question: Question[0]): number => statement.get(question) ?? 0;
  };
  const withheld = count('SELECT count(*) FROM withheld WHERE destination = $destination AND kind = $kind');
  // CROSS JOIN: from the few that are apart to their rows in the ledger, never the other way round.
  const alsoHeld = (from: string): string => `SELECT ledger.key FROM ${from}
    CROSS JOIN ledger ON ledger.destination = $destination AND ledger.kind = $kind AND ledger.key = apart.key
    WHERE ledger.archived_at IS NULL`;
  const elsewhere = count(`SELECT count(*) FROM (
    ${alsoHeld('(SELECT key FROM withheld WHERE destination = $destination AND kind = $kind) AS apart')}
    UNION ${alsoHeld('(SELECT key FROM outbox WHERE destination = $destination AND kind = $kind) AS apart')}
    UNION ${alsoHeld(`(${vanished}) AS apart`)} UNION ${alsoHeld(`(${hidden}) AS apart`)}
    UNION ${alsoHeld(`(${noSales}) AS apart`)})`);
  const excluded = count(`SELECT count(*) FROM (${noSales})`);
  const laidOver = count(overlaid);
  const madeOfSeveral = count(made);
  const addUp = (sql: string) => {
    const statement = database.prepare<[Question[0] & { from: string; limit: number }], Page>(sql);
    return function* (question: Question[0]): Generator<undefined, Omit<Page, 'last'>> {
      const sums = { all: 0, some: 0 };
      for (let from: string | null = ''; from !== null;) {
        const page = statement.get({ ...question, from, limit: rowsAPage });
        sums.all += page?.all ?? 0;
        sums.some += page?.some ?? 0;
        // The next text after a text is the same with the lowest letter behind it.
        from = page?.last == null ? null : `${page.last}\0`;
        yield;
      }
      return sums;
    };
  };
  const inOutbox = addUp(queued);
  const inLedger = addUp(held);
  const changes = database.prepare<[], number>('SELECT total_changes()').pluck();
  /** Another one whenever anybody has written anything. */
  const stamp = (): string => `${changes.get()} ${String(database.pragma('data_version', { simple: true }))}`;

  const stockAccount = createStockAccount(database);

  const feedId = database
    .prepare<[string, string], number>('SELECT id FROM feed WHERE source = ? AND kind = ?')
    .pluck();

  function laid(kind: ReadKind): Laid {
    const { staging } = shopFront ?? {};
    const standing = kind === 'sale' ? (staging?.feed('sale').fields.indexOf('standing') ?? -1) : -1;
    return {
      base: feedId.get('till', kind) ?? 0,
      front: kind === 'sale' && shopFront ? (feedId.get(shopFront.id, kind) ?? 0) : 0,
      over: joining ? (feedId.get(joinedSource, kind) ?? 0) : 0,
      frontStanding: standing < 0 ? null : `$[${standing}]`,
      overStanding: kind === 'sale' ? '$[1]' : null,
    };
  }

  /** Rows that are counted with another one: hidden behind it, or part of a person. */
  function joinedOf(kind: ReadKind, question: Question[0]): number {
    if (!joining) return 0;
    const asPersonsAlone =
      kind === 'customer' && shopFront
        ? shopFront.staging.feed('customer').rows + shopFront.staging.feed('buyer').rows
        : 0;
    return laidOver(question) + asPersonsAlone - madeOfSeveral(question);
  }

  function* of(kind: ReadKind, { destination, takes, since }: AccountQuestion): Generator<undefined, AccountCount> {
    const { rows } = view.feed(kind);
    if (!takes(kind)) return { ...none, rows, excluded: rows };
    const question = { ...laid(kind), destination, kind, since };
    const waits = yield* inOutbox(question);
    const settled = yield* inLedger(question);
    const apart = elsewhere(question);
    yield;
    return {
      rows,
      unchanged: settled.all - apart - settled.some,
      sent: settled.some,
      waiting: waits.all - waits.some,
      problem: withheld(question) + waits.some,
      excluded: joining ? excluded(question) : 0,
      joined: joinedOf(kind, question),
    };
  }

  function* all(question: AccountQuestion): Generator<undefined, Record<RecordKind, AccountCount>> {
    const counts: Partial<Record<ReadKind, AccountCount>> = {};
    for (const kind of readKinds) counts[kind] = yield* of(kind, question);
    const { destination, since } = question;
    return { ...(counts as Record<ReadKind, AccountCount>), ...stockAccount({ destination, since }) };
  }

  /** Others have their turn while it is counted. Where one of them writes meanwhile, no row may be counted twice: all is counted anew then, in one go. */
  return async (question: AccountQuestion): Promise<Record<RecordKind, AccountCount>> => {
    const before = stamp();
    const counts = await withTurns(all(question));
    if (stamp() === before) return counts;
    const atOnce = all(question);
    for (let step = atOnce.next(); ; step = atOnce.next()) if (step.done) return step.value;
  };
}
