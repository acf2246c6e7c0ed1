import Firebird, { type Database, type Statement, type Transaction } from 'node-firebird';
import { TillbridgeError } from '../../support/errors.ts';
import { errorFacts, explainFirebird, type Place } from './explain-firebird.ts';
import { attach, columnsOf, detach, fetchedOf, type Fetched, type WireColumn } from './wire.ts';

/** How long we wait, in milliseconds, before we give up on a server, and on ourselves. */
export interface Patience {
  readonly connect: number;
  /** For any one answer. A SELECT that sorts a big table takes its time over the first. */
  readonly answer: number;
  /** For a whole pull: an open snapshot keeps the till's database from tidying up. */
  readonly snapshot: number;
}

/** What is right for a till in the same shop. */
export const usualPatience: Patience = { connect: 10_000, answer: 120_000, snapshot: 30 * 60_000 };

/** A prepared statement inside the attachment's transaction. Everything throws a `TillbridgeError` or the driver's own error. */
export interface Prepared {
  readonly columns: readonly WireColumn[];
  execute(parameters: readonly string[]): Promise<void>;
  /** May be called again before the last answer has come: answers come in the order of the calls. */
  fetch(count: number): Promise<Fetched>;
  /** Puts the texts of BLOBs into the rows that were fetched. */
  fillBlobs(fetched: Fetched): Promise<void>;
  drop(): void;
}

/** A connection with one read-only transaction that sees the database as of one instant. */
export interface Attachment {
  prepare(sql: string): Promise<Prepared>;
  /** What was thrown, as a person may read it; the reason why we cut the connection ourselves, if we did. */
  explain(doing: string, thrown: unknown): unknown;
  /** Whether the server understood and said no, so that the connection still stands. */
  isRefusal(thrown: unknown): boolean;
  /** Gives everything back, at once where the server does not answer. Never throws. */
  end(): Promise<void>;
}

/** What an attachment is made from. */
export interface AttachParts {
  readonly place: Place;
  readonly password: string;
  readonly patience: Patience;
  readonly signal: AbortSignal;
}

/** Connects and opens the snapshot. Throws a `TillbridgeError`. */
export async function openAttachment({ place, password, patience, signal }: AttachParts): Promise<Attachment> {
  signal.throwIfAborted();
  const line = attach({
    ...place,
    password,
    encoding: 'NONE',
    numericMode: 'string',
    blobAsText: true,
    blobReadChunkSize: 65_535,
  });
  let ended: { readonly because: unknown } | undefined;
  const refusal = Promise.withResolvers<never>();
  refusal.promise.catch(() => undefined);
  const cut = (because: unknown): void => {
    ended ??= { because };
    refusal.reject(because);
    line.cut();
  };
  const explain = (doing: string, thrown: unknown): unknown =>
    ended ? ended.because : explainFirebird(doing, thrown, place);
  const onAbort = (): void => cut(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  const watch = watchAnswers(patience.answer, () => cut(silence(place)));
  const connecting = setTimeout(() => cut(silence(place)), patience.connect);
  const life = setTimeout(() => cut(tooLong(patience.snapshot)), patience.snapshot);

  const release = (): void => {
    signal.removeEventListener('abort', onAbort);
    for (const timer of [connecting, life]) clearTimeout(timer);
    watch.stop();
    line.cut();
  };

  try {
    // A line that stands only after we gave up is cut by `release`; its own error has nobody left to hear it.
    line.attaching.catch(() => undefined);
    const database = await Promise.race([line.attaching, refusal.promise]);
    const transaction = await Promise.race([begin(database), refusal.promise]);
    clearTimeout(connecting);
    return {
      explain,
      isRefusal: (thrown) => !ended && typeof errorFacts(thrown).gdscode === 'number',
      prepare: async (sql) => preparedOf(await watch.await(transaction.newStatementAsync(sql)), transaction, watch),
      async end() {
        if (!ended)
          await Promise.race([leave(database, transaction), refusal.promise, timeout(patience.connect)]).catch(
            () => undefined,
          );
        ended ??= { because: silence(place) };
        release();
      },
    };
  } catch (error) {
    const explained = explain('connecting to the till', error);
    release();
    throw explained;
  }
}

function begin(database: Database): Promise<Transaction> {
  return database.transactionAsync({ isolation: [...Firebird.ISOLATION_REPEATABLE_READ], readOnly: true });
}

async function leave(database: Database, transaction: Transaction): Promise<void> {
  await transaction.commitAsync();
  await detach(database);
}

async function timeout(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

function preparedOf(statement: Statement, transaction: Transaction, watch: AnswerWatch): Prepared {
  return {
    columns: columnsOf(statement),
    execute: async (parameters) => {
      await watch.await(statement.executeAsync(transaction, [...parameters]));
    },
    fetch: async (count) => fetchedOf(await watch.await(statement.fetchAsync(transaction, count))),
    async fillBlobs({ rows, blobs }) {
      for (const ask of blobs) {
        const { row, column, value } = await watch.await(ask(transaction));
        const cells = rows[row];
        if (cells) cells[column] = value;
      }
    },
    drop: () => statement.drop(),
  };
}

/** Notices a server that has fallen silent. */
interface AnswerWatch {
  await<T>(answer: Promise<T>): Promise<T>;
  stop(): void;
}

/**
 * Looks twice in a row before it gives up: our own process may have been too busy to take an answer that is here
 * already, and then the first look comes before it.
 */
function watchAnswers(milliseconds: number, onSilence: () => void): AnswerWatch {
  let open = 0;
  let answers = 0;
  let seen = -1;
  const look = setInterval(() => {
    if (open > 0 && seen === answers) onSilence();
    seen = open > 0 ? answers : -1;
  }, milliseconds / 2);
  look.unref();
  return {
    async await(answer) {
      open++;
      try {
        return await answer;
      } finally {
        open--;
        answers++;
      }
    },
    stop: () => clearInterval(look),
  };
}

function silence({ host, port }: Place): TillbridgeError {
  return new TillbridgeError('unreachable', `waiting for the till: the server at ${host}:${port} does not answer`, {
    hint: "Is the till's computer on, and the network up? Nothing is lost; the next run goes on.",
  });
}

function tooLong(milliseconds: number): TillbridgeError {
  return new TillbridgeError(
    'unreachable',
    `reading the till: it was not done after ${Math.round(milliseconds / 60_000)} minutes`,
    {
      hint: 'Does a SELECT in the profile sort or join without an index? Nothing is lost; the next run begins again.',
    },
  );
}
