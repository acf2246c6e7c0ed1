import type { WritableDatabase } from '../database/open.ts';
import type { Entry } from '../delivery/entry.ts';
import type { Ledger } from '../delivery/ledger.ts';
import type { Outbox } from '../delivery/outbox.ts';
import type { DestinationId, Instant } from '../model/ids.ts';
import { isReadKind, readKinds, type ReadKind, type RecordKind } from '../model/record.ts';
import type { Fault } from '../model/rule-pack.ts';
import type { Settings } from '../settings/settings.ts';
import type { StagedRow } from '../staging/staging.ts';
import type { View } from '../staging/view.ts';
import type { Clock } from '../support/clock.ts';
import type { Problems } from '../validation/problems.ts';
import type { RunOptions } from './agent-contract.ts';
import { createCheckProgress } from './check-progress.ts';
import type { Destination } from './destinations.ts';
import { giveWay } from '../support/give-way.ts';
import { createPieces } from '../support/pieces.ts';
import type { Joining } from './join/joining.ts';
import { createKindCheck, type KindCheck } from './kind-check.ts';
import type { Records } from './records.ts';

/** What checking works with. */
export interface CheckerParts {
  readonly database: WritableDatabase;
  readonly view: View;
  readonly joining: Joining | undefined;
  readonly records: Records;
  readonly problems: Problems;
  readonly outbox: Outbox;
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** A record at the far side that is to be looked at again. */
export interface FarSideNews {
  readonly entry: Entry;
  readonly faults: readonly Fault[];
  readonly at: Instant;
}

/** Judges what was staged, opens and closes problems, and fills the outbox. */
export interface Checker {
  /** Everything that changed since this destination's last check, and whatever else its verdict may have changed for. */
  check(destination: Destination, options: Pick<RunOptions, 'signal' | 'onProgress'>): Promise<void>;
  /** These records, now. */
  checkKeys(destination: Destination, kind: ReadKind, keys: readonly string[]): void;
  /** Has everything judged anew when this destination is next checked, and what it refused tried again. */
  forget(destination: DestinationId): void;
  /** The far side found faults that we did not: they become problems. Inside the courier's transaction. */
  refused(destination: Destination, news: FarSideNews): void;
  /** The far side lost a record: it is offered again. Inside the courier's transaction. */
  again(
    destination: Destination,
    record: { readonly kind: RecordKind; readonly key: string; readonly at: Instant },
  ): void;
}

/**
 * Records are judged so long in one transaction, after which others get a turn. A commit writes every page that was
 * touched, and values that must be unique touch pages all over: with pieces half as long, a first load takes a tenth more.
 */
const piece = { goal: 16, least: 300, most: 4000 };

/** The checks of one home folder. */
export function createChecker(parts: CheckerParts): Checker {
  const { database, view, outbox } = parts;
  const progress = createCheckProgress(database);
  const latest = new Map<string, KindCheck>();

  /** A check by what is staged, and the time it is, now. */
  function newCheck(destination: Destination, kind: ReadKind): KindCheck | undefined {
    const pack = destination.connector.rules(kind);
    const check = pack && createKindCheck({ ...parts, destination: destination.id, pack });
    if (check) latest.set(`${destination.id} ${kind}`, check);
    return check;
  }

  /** The check of this run, for what the far side says while it is under way. */
  function lastCheck(destination: Destination, kind: ReadKind): KindCheck | undefined {
    return latest.get(`${destination.id} ${kind}`) ?? newCheck(destination, kind);
  }

  /** What a far side refused may be taken under other rules: nobody knows but the far side. */
  function tryRefusedAgain({ id }: Destination, kind: ReadKind): void {
    outbox.retry(outbox.list({ destination: id, kind, state: 'parked' }).map((entry) => entry.id));
  }

  async function checkKind(destination: Destination, kind: ReadKind, options: CheckOptions): Promise<void> {
    const check = newCheck(destination, kind);
    if (!check || view.feed(kind).fields.length === 0) return;
    const todo = progress.todo({ view, destination: destination.id, kind, rules: check.rules });
    if (todo.underNewRules) tryRefusedAgain(destination, kind);
    let checked = 0;
    const inTransaction = database.transaction((rows: readonly StagedRow[], done: () => void) => {
      check.judgeRows(rows);
      done();
    });
    const pieces = createPieces(piece);
    for (const { rows, done } of todo.batches(pieces.size)) {
      options.signal.throwIfAborted();
      pieces.piece(rows.length, () => inTransaction.immediate(rows, done));
      checked += rows.length;
      options.onProgress?.({ stage: 'check', kind, checked, of: Math.max(todo.size, checked) });
      await giveWay();
    }
    const again = database.transaction(() => check.judgeAgain());
    again.immediate();
  }

  return {
    async check(destination, options) {
      for (const kind of readKinds) await checkKind(destination, kind, options);
    },
    checkKeys(destination, kind, keys) {
      const check = newCheck(destination, kind);
      if (!check) return;
      database
        .transaction(() => {
          for (const key of keys) check.judge(key);
          check.judgeAgain();
        })
        .immediate();
    },
    forget: progress.forget,
    refused(destination, { entry, faults, at }) {
      if (isReadKind(entry.kind)) lastCheck(destination, entry.kind)?.refused(entry.key, faults, at);
    },
    again(destination, { kind, key }) {
      if (isReadKind(kind)) lastCheck(destination, kind)?.judge(key);
    },
  };
}

type CheckOptions = Pick<RunOptions, 'signal' | 'onProgress'>;
