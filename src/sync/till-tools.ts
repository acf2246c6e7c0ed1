import { openReadOnly } from '../database/read-only.ts';
import type { Till, TillDescription } from '../pos/contract.ts';
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
}

/** Which till, and how to reach it. */
export interface TillToolsParts {
  /** The home folder, where relative file names begin. */
  readonly home: string;
  readonly till: TillSettings;
  readonly shop: ShopSettings;
  readonly secretFor: (id: string) => Promise<string | undefined>;
}

/** A profile file, parsed. Throws a `TillbridgeError` that says what is wrong with it. */
export async function readProfile(file: string): Promise<Profile> {
  return loadProfile(file);
}

/** Opens a till without a profile, hands its tools to the work, and closes it, whatever happens. Throws `TillbridgeError`. */
export async function withTillTools<T>(parts: TillToolsParts, work: (tools: TillTools) => Promise<T>): Promise<T> {
  const { home, till: settings, secretFor } = parts;
  const till: Till = createTill({
    settings,
    home,
    profile: { name: 'none yet' },
    password: (await secretFor(tillSecret)) ?? '',
    openSqlite: openReadOnly,
  });
  try {
    return await work({
      describe: () => till.describe(),
      suggest: () => suggestProfile(till),
    });
  } finally {
    await till.close();
  }
}
