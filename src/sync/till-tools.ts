import { openReadOnly } from '../database/read-only.ts';
import type { Snapshot, TextsInSet, Till, TillDescription } from '../pos/contract.ts';
import { loadProfile } from '../pos/load-profile.ts';
import type { Profile } from '../pos/profile.ts';
import { createTill } from '../pos/registry.ts';
import { suggestProfile, type ProfileSuggestion } from '../pos/suggest/suggest-profile.ts';
import { tillSecret } from '../settings/secrets.ts';
import type { ShopSettings, TillSettings } from '../settings/settings.ts';

/** What can be asked of a till's database before anybody has said what its tables mean. */
export interface TillTools {
  describe(): Promise<TillDescription>;
  /** A profile made from names, types, foreign keys and samples, with how sure each of its fields is. */
  suggest(): Promise<ProfileSuggestion>;
  /** The sets in which its texts may be written, with real ones of them, the likeliest first. */
  characterSets(): Promise<readonly TextsInSet[]>;
  /** Reads by the profile, inside one read-only snapshot. */
  pull<T>(work: (snapshot: Snapshot) => Promise<T>, signal: AbortSignal): Promise<T>;
}

/** Which till, and how to reach it. */
export interface TillToolsParts {
  /** The home folder, where relative file names begin. */
  readonly home: string;
  readonly till: TillSettings;
  readonly shop?: ShopSettings;
  /** What its tables mean, where somebody has said so. */
  readonly profile?: Profile;
  readonly secretFor: (id: string) => Promise<string | undefined>;
}

/** A profile file, parsed. Throws a `TillbridgeError` that says what is wrong with it. */
export async function readProfile(file: string): Promise<Profile> {
  return loadProfile(file);
}

/** Opens a till, hands its tools to the work, and closes it, whatever happens. Throws `TillbridgeError`. */
export async function withTillTools<T>(parts: TillToolsParts, work: (tools: TillTools) => Promise<T>): Promise<T> {
  const { home, till: settings, profile = { name: 'none yet' }, secretFor } = parts;
  const till: Till = createTill({
    settings,
    home,
    profile,
    password: (await secretFor(tillSecret)) ?? '',
    openSqlite: openReadOnly,
  });
  try {
    return await work({
      describe: () => till.describe(),
      suggest: () => suggestProfile(till),
      characterSets: () => till.characterSets(),
      pull: (pulling, signal) => till.pull(pulling, signal),
    });
  } finally {
    await till.close();
  }
}
