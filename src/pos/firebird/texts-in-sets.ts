import type { TextsInSet } from '../contract.ts';
import { candidates, isOdd, scoreOf } from './character-evidence.ts';
import { characterSet } from './character-set.ts';
import { quoted } from './derived-select.ts';
import { describeTables, type Session } from './describe.ts';
import { fetchRows } from './fetch-rows.ts';
import { howItReads } from './how-it-reads.ts';

/** Enough to tell the sets apart, and few enough to find in a moment. */
const textsWanted = 60;
const textsShown = 6;
const tablesLookedInto = 8;
const rowsLookedAt = 20_000;
/** What is longer is not read by anybody who chooses; and a text that is cut may end inside a letter. */
const longestShown = 80;

const noPromise: ReadonlySet<string | undefined> = new Set([undefined, 'NONE', 'ASCII']);
const foreign = /[\x80-\xff]/;

/**
 * Texts of columns that declare no character set, in every set that they may be written in, the likeliest first. Where there
 * are none, the set that the database declares, or the first guess.
 */
export async function textsInSets(session: Session): Promise<readonly TextsInSet[]> {
  const found = await foreignTexts(session);
  const { guess } = session.sets;
  if (found.length === 0) return [{ name: guess.name, texts: [], odd: 0 }];
  return (
    [...new Set([guess.name, ...candidates])]
      .map((name) => {
        const set = characterSet(name);
        const read = found.map((bytes) => ({ bytes, text: set.decode(bytes) }));
        return {
          name,
          texts: read.slice(0, textsShown).map(({ text }) => text.trimEnd()),
          odd: read.filter(({ bytes, text }) => isOdd(set, bytes, text) || howItReads(text) === 'odd').length,
          score: scoreOf(set, found),
        };
      })
      // Not by the odd ones alone: in the sets of DOS every byte is some letter.
      .sort((one, other) => other.score - one.score || one.odd - other.odd)
      .map(({ name, texts, odd }) => ({ name, texts, odd }))
  );
}

/** Texts with other than ASCII signs, byte by byte, each once, of the tables with the most rows. */
async function foreignTexts(session: Session): Promise<readonly string[]> {
  const found = new Set<string>();
  const tables = (await describeTables(session))
    .filter(({ kind, rows }) => kind === 'table' && rows !== 0)
    .toSorted((one, other) => (other.rows ?? 0) - (one.rows ?? 0));
  let looked = 0;
  for (const { name, columns } of tables) {
    const texts = columns.filter(({ type, characterSet: set }) => /CHAR/i.test(type) && noPromise.has(set));
    if (texts.length === 0) continue;
    await lookInto(session, { table: name, columns: texts.map((column) => column.name), found });
    looked++;
    if (found.size >= textsWanted || looked === tablesLookedInto) break;
  }
  return [...found];
}

async function lookInto(
  { attachment }: Session,
  {
    table,
    columns,
    found,
  }: { readonly table: string; readonly columns: readonly string[]; readonly found: Set<string> },
): Promise<void> {
  const select = `SELECT FIRST ${rowsLookedAt} ${columns.map(quoted).join(', ')} FROM ${quoted(table)}`;
  try {
    const statement = await attachment.prepare(Buffer.from(select, 'utf8').toString('latin1'));
    await statement.execute([]);
    for await (const rows of fetchRows(statement)) {
      for (const cell of rows.flat()) {
        const text = typeof cell === 'string' ? cell.trimEnd() : '';
        if (text.length <= longestShown && foreign.test(text)) found.add(text);
      }
      if (found.size >= textsWanted) break;
    }
    statement.drop();
  } catch (error) {
    // A table that this user may not read says nothing about the rest.
    if (!attachment.isRefusal(error)) throw attachment.explain('looking at the till’s texts', error);
  }
}
