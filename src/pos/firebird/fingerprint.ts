import type { Fingerprint } from '../contract.ts';
import type { Attachment } from './attachment.ts';
import { quoted } from './derived-select.ts';
import { systemRowsIfAllowed } from './text-sets.ts';

/**
 * By what the database is known again: its own path as the server tells it, and when it was made (a restored copy is
 * made anew). Counters are its generators, asked for without moving them; those that we may not read are left out.
 */
export async function readFingerprint(attachment: Attachment): Promise<Fingerprint> {
  return { id: await identity(attachment), counters: await counters(attachment) };
}

async function identity(attachment: Attachment): Promise<string> {
  const monitored = await systemRowsIfAllowed(
    attachment,
    'SELECT MON$DATABASE_NAME, CAST(MON$CREATION_DATE AS VARCHAR(24)) FROM MON$DATABASE',
  );
  const [name, created] = monitored?.[0] ?? [];
  if (name) return created ? `${name}, made ${created.slice(0, 19)}` : name;
  const context = await systemRowsIfAllowed(
    attachment,
    "SELECT RDB$GET_CONTEXT('SYSTEM', 'DB_NAME') FROM RDB$DATABASE",
  );
  return context?.[0]?.[0] ?? '';
}

async function counters(attachment: Attachment): Promise<Readonly<Record<string, number>>> {
  const rows = await systemRowsIfAllowed(
    attachment,
    'SELECT TRIM(RDB$GENERATOR_NAME) FROM RDB$GENERATORS WHERE COALESCE(RDB$SYSTEM_FLAG, 0) = 0 ORDER BY 1',
  );
  const names = (rows ?? []).flatMap(([name]) => name ?? []);
  const found = (await values(attachment, names)) ?? (await oneByOne(attachment, names));
  return Object.fromEntries(found);
}

type Counted = readonly (readonly [string, number])[];

/** All in one question; undefined where one of them may not be read. */
async function values(attachment: Attachment, names: readonly string[]): Promise<Counted | undefined> {
  if (names.length === 0) return [];
  const columns = names.map((name, index) => `GEN_ID(${quoted(name)}, 0) AS G${index}`).join(', ');
  const rows = await systemRowsIfAllowed(attachment, `SELECT ${columns} FROM RDB$DATABASE`);
  return rows && names.map((name, index) => [name, Number(rows[0]?.[index])] as const);
}

async function oneByOne(attachment: Attachment, names: readonly string[]): Promise<Counted> {
  const all: Counted[number][] = [];
  for (const name of names) all.push(...((await values(attachment, [name])) ?? []));
  return all;
}
