import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Held, Outcome, Parcel } from '../contract.ts';
import type { RemoteId, TillKey } from '../../model/ids.ts';
import type { RecordKind } from '../../model/record.ts';
import { failedOutcome } from './failure.ts';
import { fileNameOf } from './file-name.ts';

function parsed(text: string): object {
  try {
    const known: unknown = JSON.parse(text);
    return typeof known === 'object' && known !== null ? known : {};
  } catch {
    // Somebody's editor was here. What we write is whole again.
    return {};
  }
}

/** A record as it stands in its file: what it says of each field, and as before what it does not speak of. */
function merged(before: string | undefined, { record }: Parcel): string {
  return `${JSON.stringify({ ...parsed(before ?? '{}'), ...record }, null, 2)}\n`;
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined;
    throw thrown;
  }
}

/** Readers of the folder see the old text or the new one, never half of it. */
async function replace(file: string, text: string): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, file);
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw thrown;
  }
}

/** The files of one folder: `<kind>/<key>.json`, and `<kind>/archived/` for what was put away. */
export function createFiles(directory: string) {
  function placeOf(kind: RecordKind, key: TillKey) {
    const name = fileNameOf(key);
    const file = path.join(directory, kind, name);
    // The same on every machine, so that a folder can be moved.
    return { file, archived: path.join(directory, kind, 'archived', name), id: `${kind}/${name}` as RemoteId };
  }

  async function upsert(parcel: Parcel): Promise<Outcome> {
    const { file, archived, id } = placeOf(parcel.kind, parcel.key);
    await mkdir(path.dirname(file), { recursive: true });
    const standing = await textOf(file);
    const before = standing ?? (await textOf(archived));
    const after = merged(before, parcel);
    if (standing === after) return { kind: 'unchanged', remoteId: id };
    await replace(file, after);
    if (standing === undefined && before !== undefined) await rm(archived, { force: true });
    return { kind: 'delivered', remoteId: id, created: before === undefined };
  }

  async function archive({ kind, key }: Parcel): Promise<Outcome> {
    const { file, archived, id } = placeOf(kind, key);
    if ((await textOf(file)) === undefined) return { kind: 'unchanged', remoteId: id };
    await mkdir(path.dirname(archived), { recursive: true });
    await rename(file, archived);
    return { kind: 'delivered', remoteId: id, created: false };
  }

  return {
    /** Throws where the folder cannot be written. */
    async probe(): Promise<void> {
      await mkdir(directory, { recursive: true });
      const file = path.join(directory, `.${randomUUID()}.tmp`);
      await writeFile(file, '');
      await rm(file);
    },
    async put(parcel: Parcel, signal: AbortSignal): Promise<Outcome> {
      if (signal.aborted) return { kind: 'retry', reason: 'we were told to stop', mayHaveArrived: false };
      try {
        return parcel.operation === 'archive' ? await archive(parcel) : await upsert(parcel);
      } catch (thrown) {
        return failedOutcome(thrown);
      }
    },
    /** Which of these have a file, outside the archive. */
    async find(kind: RecordKind, keys: readonly TillKey[]): Promise<readonly Held[]> {
      const held = keys.map(async (key): Promise<Held[]> => {
        const { file, id } = placeOf(kind, key);
        try {
          await access(file);
          return [{ key, remoteId: id }];
        } catch {
          return [];
        }
      });
      return (await Promise.all(held)).flat();
    },
  };
}
