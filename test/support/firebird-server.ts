import { inject } from 'vitest';
import type { FirebirdAccess, FirebirdServer } from '../../scripts/firebird/access.ts';
import { createDatabase, runIsql, type NewDatabase } from '../../scripts/firebird/isql.ts';
import { startFirebirdServer as startServer } from '../../scripts/firebird/provider.ts';
import type { Input } from '../../scripts/firebird/run-command.ts';

/** A running server, as tests use it. Every database is a file of its own, so tests need not know of each other. */
export interface TestFirebird {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
  /** Answers the database's path on the server. Text scripts are UTF-8; bytes go in as they are. */
  createDatabase(wanted: NewDatabase): Promise<string>;
  /** Answers what isql printed; throws at the first statement that fails. */
  isql(database: string, script: Input): Promise<string>;
}

/** A server that only its owner uses: `kill` ends it in the middle of whatever it does, `start` brings it back with its databases. */
export interface OwnTestFirebird extends TestFirebird {
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The server that all tests of this run share. It never goes away: to interrupt one, start one's own. */
export function firebirdServer(): TestFirebird {
  return forTests(inject('firebird'));
}

/** Starts a server for one test alone. `stop` it in the end. */
export async function startFirebirdServer(): Promise<OwnTestFirebird> {
  const { access, kill, start, stop }: FirebirdServer = await startServer();
  return { ...forTests(access), kill, start, stop };
}

function forTests(access: FirebirdAccess): TestFirebird {
  return {
    host: access.host,
    port: access.port,
    user: access.user,
    password: access.password,
    folder: access.folder,
    createDatabase: (wanted) => createDatabase(access, wanted),
    isql: (database, script) => runIsql(access, database, script),
  };
}
