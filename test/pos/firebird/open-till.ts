import type { Till } from '../../../src/pos/contract.ts';
import { createFirebirdTill, type FirebirdTillParts } from '../../../src/pos/firebird/create-firebird-till.ts';
import type { Profile } from '../../../src/pos/profile.ts';
import { firebirdServer, type TestFirebird } from '../../support/firebird-server.ts';

/** What differs from an ordinary till of the tests. */
export interface TillDifferences {
  readonly server?: TestFirebird;
  readonly encoding?: string;
  readonly user?: string;
  readonly password?: string;
  readonly patience?: NonNullable<FirebirdTillParts['patience']>;
}

/** A till on a database of the tests' server. */
export function openTill(database: string, profile: Profile, differences: TillDifferences = {}): Till {
  const { server = firebirdServer(), encoding, user = server.user, password = server.password, patience } = differences;
  return createFirebirdTill({
    settings: { host: server.host, port: server.port, database, user, encoding },
    password,
    profile,
    ...(patience ? { patience } : {}),
  });
}

/** A profile that reads customers alone. */
export function customers(select: string): Profile {
  return { name: 'Test', customer: { select, key: ['key'], origins: {} } };
}

/** A signal that nobody ever raises. */
export const never = new AbortController().signal;
