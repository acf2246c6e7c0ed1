import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeFileWholeNow } from '../src/support/write-file.ts';

const preferences = z.object({
  startsAtLogIn: z.boolean().default(true),
  /** Whether new versions are looked for. */
  looksForUpdates: z.boolean().default(true),
  /** In which language the window speaks; the computer's own before it was first open. */
  language: z.enum(['en', 'de']).optional(),
});

/** What one person wants of the app on this computer. */
export type Preferences = z.infer<typeof preferences>;

/** Keeps the preferences in a file of the folder; one that cannot be read counts as none. */
export function keepPreferences(folder: string): {
  now(): Preferences;
  change(change: Partial<Preferences>): void;
} {
  const file = path.join(folder, 'preferences.json');
  let current = read(file);
  return {
    now: () => current,
    change(change) {
      current = { ...current, ...change };
      writeFileWholeNow(file, `${JSON.stringify(current, undefined, 2)}\n`);
    },
  };
}

function read(file: string): Preferences {
  try {
    return preferences.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return preferences.parse({});
  }
}
