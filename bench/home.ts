import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FirebirdAccess } from '../scripts/firebird/access.ts';
import { secretVariable, tillSecret } from '../src/settings/secrets.ts';
import { parseSettings, saveSettings } from '../src/settings/store.ts';
import { profileOf, type TillSize } from './customers-table.ts';
import { apiKey } from './sandbox.ts';

/** A home folder of the bench, as another process is told of it. */
export interface BenchHome {
  readonly home: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What a home folder is made from. */
export interface HomeParts {
  /** An empty one. */
  readonly folder: string;
  readonly access: FirebirdAccess;
  readonly till: { readonly database: string; readonly size: TillSize };
  readonly destination: BenchDestination;
}

/** Where a home's one destination is, and how fast it may be fed. */
export interface BenchDestination {
  readonly url: string;
  /** Without a limit unless said. */
  readonly requestsPerMinute?: number;
}

/** Writes the settings and the profile of a home folder whose till is a bench till. */
export async function createHome({ folder, access, till, destination }: HomeParts): Promise<BenchHome> {
  const { url, requestsPerMinute = null } = destination;
  const { host, port, user, password } = access;
  await writeFile(join(folder, 'profile.json'), JSON.stringify(profileOf(till.size)));
  const settings = parseSettings(
    {
      shop: { name: 'The bench', country: 'GB', timeZone: 'Europe/London', currency: 'GBP' },
      till: { kind: 'firebird', host, port, user, database: till.database, profile: 'profile.json' },
      destinations: [{ id: 'genieai', kind: 'genieai', baseUrl: url, requestsPerMinute }],
    },
    'the bench',
  );
  await saveSettings(folder, settings);
  return {
    home: folder,
    environment: { [secretVariable(tillSecret)]: password, [secretVariable('genieai')]: apiKey },
  };
}

/** Removes a home folder that is no longer needed: ten first loads would fill a small disk. */
export async function removeHome({ home }: BenchHome): Promise<void> {
  await rm(home, { recursive: true, force: true });
}
