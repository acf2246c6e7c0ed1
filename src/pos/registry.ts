import type { Till } from './contract.ts';
import { createFirebirdTill, type FirebirdTillParts } from './firebird/create-firebird-till.ts';
import type { Profile } from './profile.ts';
import { createSqliteTill, type SqliteTillParts } from './sqlite/create-sqlite-till.ts';
import type { OpenSqlite } from './sqlite/read-only-sqlite.ts';

/** Where a till is, as the settings say it. */
export type TillPlace =
  | ({ readonly kind: 'firebird' } & FirebirdTillParts['settings'])
  | ({ readonly kind: 'sqlite' } & SqliteTillParts['settings']);

/** What any till is made from. */
export interface TillParts {
  readonly settings: TillPlace;
  readonly profile: Profile;
  /** Empty where a till has none. */
  readonly password: string;
  /** The home folder, where relative file names begin. */
  readonly home: string;
  readonly openSqlite: OpenSqlite;
}

/** The till that the settings name. A new kind of till is one line here. */
export function createTill({ settings, profile, password, home, openSqlite }: TillParts): Till {
  switch (settings.kind) {
    case 'firebird':
      return createFirebirdTill({ settings, password, profile });
    case 'sqlite':
      return createSqliteTill({ settings, profile, home, open: openSqlite });
  }
}
