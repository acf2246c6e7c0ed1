import type { WritableDatabase } from '../database/open.ts';
import type { Identity } from './person.ts';

/** What the shop says about joining. */
export interface IdentitySettings {
  /** E-mail addresses that belong to nobody in particular: they join nobody. */
  readonly sharedAddresses: readonly string[];
}

/** Joins customers of every source into persons, in our own database. */
export function createIdentity(database: WritableDatabase, settings: IdentitySettings): Identity {
  void database;
  void settings;
  throw new Error('not there yet');
}
