import { access } from 'node:fs/promises';
import { TillbridgeError } from '../../support/errors.ts';
import { writeFileWhole } from '../../support/write-file.ts';

/** Throws a `TillbridgeError` where the file is there and may not be overwritten. */
export async function refuseToOverwrite(file: string, force: boolean): Promise<void> {
  if (force) return;
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (!there) return;
  throw new TillbridgeError('settings', `writing ${file}: it is already there`, {
    hint: 'Overwrite it with --force, or name another place.',
  });
}

/** Writes a profile for people to read and amend. */
export async function writeProfile(file: string, profile: unknown, force: boolean): Promise<void> {
  await refuseToOverwrite(file, force);
  await writeFileWhole(file, `${JSON.stringify(profile, undefined, 2)}\n`);
}
