import type { Row } from '../../model/record.ts';
import type { Attachment } from './attachment.ts';
import { characterSet, type CharacterSet } from './character-set.ts';
import { fetchRows } from './fetch-rows.ts';

/** The character sets of one database. */
export interface TextSets {
  /** As the database declares it: `NONE`, `WIN1252`. */
  readonly declared: string;
  /** What text without a declared set is read as: the setting; without it the database's own; for NONE Windows-1252. */
  readonly guess: CharacterSet;
  /** By Firebird's number; undefined for NONE and ASCII, which promise nothing about the bytes beyond. */
  byId(id: number): CharacterSet | undefined;
}

const noPromise: readonly string[] = ['NONE', 'ASCII', 'OCTETS'];
const firstGuess = 'WIN1252';

/** Asks the database which character sets it has and which it uses. `encoding` is the setting. */
export async function readTextSets(attachment: Attachment, encoding: string | undefined): Promise<TextSets> {
  const rows = await systemRows(
    attachment,
    `SELECT CAST(TRIM(S.RDB$CHARACTER_SET_NAME) AS VARCHAR(31)), S.RDB$CHARACTER_SET_ID,
            IIF(S.RDB$CHARACTER_SET_NAME = D.RDB$CHARACTER_SET_NAME, 1, 0)
       FROM RDB$CHARACTER_SETS S LEFT JOIN RDB$DATABASE D ON 1 = 1`,
  );
  const names = new Map(rows.map(([name, id]) => [Number(id), name]));
  const own = rows.find(([, , isOwn]) => isOwn === '1')?.[0];
  const declared = own ?? 'NONE';
  const guess = characterSet(encoding ?? (noPromise.includes(declared) ? firstGuess : declared));
  const known = new Map<number, CharacterSet>();
  return {
    declared,
    guess,
    byId(id) {
      const name = names.get(id);
      if (name == null || noPromise.includes(name)) return undefined;
      let set = known.get(id);
      if (!set) known.set(id, (set = characterSet(name)));
      return set;
    },
  };
}

/** The rows of a small SELECT over the database's own tables, as text. Throws a `TillbridgeError`. */
export async function systemRows(attachment: Attachment, sql: string): Promise<readonly Row[]> {
  try {
    return await unexplainedRows(attachment, sql);
  } catch (error) {
    throw attachment.explain('asking the till what it is', error);
  }
}

/** The same; undefined where the server refuses: not every user may see everything, nor does every version have it. */
export async function systemRowsIfAllowed(attachment: Attachment, sql: string): Promise<readonly Row[] | undefined> {
  try {
    return await unexplainedRows(attachment, sql);
  } catch (error) {
    if (attachment.isRefusal(error)) return undefined;
    throw attachment.explain('asking the till what it is', error);
  }
}

async function unexplainedRows(attachment: Attachment, sql: string): Promise<readonly Row[]> {
  const statement = await attachment.prepare(Buffer.from(sql, 'utf8').toString('latin1'));
  await statement.execute([]);
  const all: Row[] = [];
  for await (const rows of fetchRows(statement)) for (const cells of rows) all.push(cells.map(systemText));
  statement.drop();
  return all;
}

/** What Firebird itself keeps is UTF-8, and padded. */
function systemText(value: unknown): string | null {
  if (typeof value === 'string') return Buffer.from(value, 'latin1').toString('utf8').trimEnd();
  return typeof value === 'number' ? String(value) : null;
}
