import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FirebirdAccess, FirebirdServer } from './access.ts';
import { runIsql } from './isql.ts';
import { startRelay } from './relay.ts';

/** A server that somebody named, and the folder on it where databases may be made. */
export interface NamedServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
}

/** How the server is named; also what a wrong name is answered with. */
export const namedServerForm = 'firebird://user:password@host:port//folder/for/databases';

/** Reads `firebird://user:password@host:port//folder/for/databases`. Throws where it is anything else; never repeats the password. */
export function parseNamedServer(text: string): NamedServer {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const folder = decodeURIComponent(url?.pathname.slice(1).replace(/\/$/, '') ?? '');
  if (url?.protocol !== 'firebird:' || !url.hostname || !url.username || !url.password || !folder)
    throw new Error(`TILLBRIDGE_TEST_FIREBIRD must look like ${namedServerForm}`);
  return {
    host: url.hostname,
    port: Number(url.port || '3050'),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    folder,
  };
}

/** Makes isql ready to run with a folder of its own. */
export type PrepareIsql = (folder: string) => Promise<Pick<FirebirdAccess['isql'], 'command' | 'environment'>>;

/**
 * Uses a server that is not ours: databases made on it are dropped at the end, and `kill` cuts the line to it, which is
 * all that a client can tell.
 */
export async function useNamedServer(named: NamedServer, prepareIsql: PrepareIsql): Promise<FirebirdServer> {
  const home = await mkdtemp(join(tmpdir(), 'tillbridge-firebird-'));
  const ledger = join(home, 'made-databases');
  await writeFile(ledger, '');
  const { command, environment } = await prepareIsql(home);
  const relay = await startRelay(named);
  const access: FirebirdAccess = {
    host: '127.0.0.1',
    port: relay.port,
    user: named.user,
    password: named.password,
    folder: named.folder,
    ledger,
    isql: { command, environment, server: `${named.host}/${named.port}` },
  };
  return {
    access,
    kill: relay.cut,
    start: relay.mend,
    async stop() {
      await relay.cut();
      const made = (await readFile(ledger, 'utf8')).split('\n').filter(Boolean);
      // One that somebody still uses stays, and must not keep the others.
      for (const path of made) await runIsql(access, path, 'drop database;').catch(() => undefined);
      await rm(home, { recursive: true, force: true });
    },
  };
}
