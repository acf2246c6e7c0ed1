import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import type { FirebirdAccess } from './access.ts';
import { runCommand, type Input } from './run-command.ts';

/**
 * Runs statements against a database, as SYSDBA, and answers what isql printed. Throws at the first that fails.
 * Text goes as UTF-8 and the server turns it into the columns' character sets; bytes go as they are (connection NONE),
 * which is how Windows-1252 comes into a database that declares NONE.
 */
export async function runIsql(access: FirebirdAccess, database: string, script: Input): Promise<string> {
  return await isql(access, [`${access.isql.server}:${database}`], script);
}

/** A database to make. */
export interface NewDatabase {
  /** The first part of its file name. */
  readonly name: string;
  /** NONE unless said. */
  readonly characterSet?: string;
  /** 3 unless said. */
  readonly dialect?: 1 | 3;
  /** What to run in it at once; see `runIsql` for text and bytes. */
  readonly script?: Input;
}

/** Makes a database of its own file and answers its path on the server. */
export async function createDatabase(access: FirebirdAccess, wanted: NewDatabase): Promise<string> {
  const { name, characterSet = 'NONE', dialect = 3, script } = wanted;
  const path = `${access.folder}/${name}-${randomUUID().slice(0, 8)}.fdb`;
  const create = `create database '${access.isql.server}:${path}' page_size 8192 default character set ${characterSet};\n`;
  await isql(access, ['-s', String(dialect)], create);
  if (access.ledger !== undefined) await appendFile(access.ledger, `${path}\n`);
  if (script !== undefined) await runIsql(access, path, script);
  return path;
}

// Fed through its standard input, isql reads as if from a keyboard and drops what is not ASCII; as a file it takes every
// byte. `cat` makes a pipe that can be opened as a file, which the socket from Node cannot.
const asFile = ['/bin/sh', '-c', 'cat | "$@" -i /dev/stdin', 'isql'] as const;

async function isql(access: FirebirdAccess, args: readonly string[], input: Input): Promise<string> {
  const { command, environment } = access.isql;
  const characterSet = typeof input === 'string' ? 'UTF8' : 'NONE';
  return await runCommand([...asFile, ...command, '-q', '-b', '-ch', characterSet, ...args], {
    environment: { ...environment, ISC_USER: access.user, ISC_PASSWORD: access.password },
    input,
    label: 'isql',
  });
}
