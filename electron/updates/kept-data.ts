import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** What an update could harm: our own database with what SQLite keeps beside it, and the settings. */
const worthKeeping = /^(?:tillbridge\.db(?:-wal)?|[^.].*\.json)$/;

function keptFolder(home: string): string {
  return path.join(home, 'before-update');
}

/** Where that goes which a version left that was rolled back. */
function asideFolder(home: string): string {
  return path.join(home, 'after-update');
}

/**
 * Copies what a version works with, before another one takes over: whole or not at all. It takes the place of what was
 * kept before. Nobody may have the database open meanwhile.
 */
export async function keepData(home: string): Promise<void> {
  const unfinished = `${keptFolder(home)}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  for (const name of await namesIn(home)) await copyWhole(path.join(home, name), path.join(unfinished, name));
  await rm(keptFolder(home), { recursive: true, force: true });
  await rename(unfinished, keptFolder(home));
  await rm(asideFolder(home), { recursive: true, force: true });
}

/**
 * Puts back what was kept, and what stands there now aside, into `after-update`. Answers false, and changes nothing, where
 * nothing was kept. One that was broken off is gone on with. Nobody may have the database open meanwhile.
 */
export async function restoreData(home: string): Promise<boolean> {
  const kept = await namesIn(keptFolder(home));
  if (!kept.includes('tillbridge.db')) return false;
  const aside = asideFolder(home);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  const putAside = await namesIn(aside);
  // The log of a database belongs to that database: none of the new one may stay behind beside the old one.
  for (const name of await namesIn(home)) {
    // What is aside already was put there before it was broken off; here is a part of what was put back.
    if (putAside.includes(name)) await rm(path.join(home, name));
    else await rename(path.join(home, name), path.join(aside, name));
  }
  await rm(path.join(home, 'tillbridge.db-shm'), { force: true });
  for (const name of kept) await copyWhole(path.join(keptFolder(home), name), path.join(home, name));
  return true;
}

/** Copies a file so that it also outlives a power cut. */
async function copyWhole(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile() && worthKeeping.test(entry.name)).map(({ name }) => name);
}
