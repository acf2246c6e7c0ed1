import type { Socket } from 'node:net';
import Firebird, { type Database, type Options, type Statement, type Transaction } from 'node-firebird';
import { alignChallenges } from './srp-challenge.ts';

/**
 * What we need of the driver beyond its declared types, all in this file:
 * the socket of a connection, to cut it (the driver waits for ever for a server that has fallen silent, and leaves the
 * socket of a refused login open); `isPool`, which keeps it from connecting again behind our back after a break, with a
 * new transaction that is not ours; a prepared statement's columns; rows as arrays; text BLOBs of a fetch.
 */
interface Wire {
  _pooled: boolean;
  readonly _socket: Socket | null;
}

/** A column of a prepared statement, as the server describes it. */
export interface WireColumn {
  readonly alias: string;
  readonly relation: string;
  readonly field: string;
  readonly type: number;
  readonly subType: number;
  readonly scale: number;
  /** Bytes. */
  readonly length: number;
}

/** Rows of one fetch; `end` where there are no more. */
export interface Fetched {
  readonly rows: unknown[][];
  readonly end: boolean;
  /** Texts of BLOBs that came as references; each is asked for on its own. */
  readonly blobs: readonly ((transaction: Transaction) => Promise<{ row: number; column: number; value: string }>)[];
}

/** Asks for a connection. `cut` ends it at once, at any time, also before it stands. */
export function attach(options: Options): { readonly attaching: Promise<Database>; cut(): void } {
  const asked = { ...options, isPool: true };
  const attaching = Firebird.attachAsync(asked);
  const wire = wireOf(Firebird.connection);
  const aligned = wire?._socket && alignChallenges(wire._socket);
  attaching.then(aligned?.stop, () => undefined);
  return { attaching, cut: () => wire?._socket?.destroy() };
}

/** Says good-bye to the server. */
export async function detach(database: Database): Promise<void> {
  const wire = wireOf(Reflect.get(database, 'connection'));
  if (wire) wire._pooled = false;
  await database.detachAsync(true);
}

/** The columns of a prepared statement. */
export function columnsOf(statement: Statement): readonly WireColumn[] {
  const output = Reflect.get(statement, 'output') as readonly WireColumn[] | undefined;
  return output ?? [];
}

/** Takes what a fetch answered. */
export function fetchedOf(answer: unknown): Fetched {
  const { data, fetched, arrBlob } = answer as { data: unknown[][]; fetched: boolean; arrBlob?: Fetched['blobs'] };
  return { rows: data, end: fetched, blobs: arrBlob ?? [] };
}

function wireOf(connection: unknown): Wire | undefined {
  return typeof connection === 'object' && connection !== null ? (connection as Wire) : undefined;
}
