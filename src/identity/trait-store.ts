import type { WritableDatabase } from '../database/open.ts';
import { inPortions, places, portion } from './in-portions.ts';

/** A trait, by its digest, of a member, by their id. */
export interface TraitRow {
  readonly digest: number;
  readonly member: number;
}

/** Why a trait joins nobody: it says of nobody who they are, too many have it, or people of too many names. */
export type WhyShared = 'nobody' | 'crowd' | 'names';

/** Who has which trait, and which of them many share. */
export interface TraitStore {
  /** Writes many at once: quickest in the order of their digests, so that neighbours are written together. */
  add(rows: readonly TraitRow[]): void;
  remove(rows: readonly TraitRow[]): void;
  /** Everybody who has one of the traits. */
  carriers(digests: readonly number[]): TraitRow[];
  /** Of these traits, those that several have, with how many. */
  met(digests: readonly number[]): { readonly digest: number; readonly count: number }[];
  share(trait: { digest: number; why: WhyShared; value: string | null }): void;
  /** What is shared for a reason. */
  sharedFor(why: WhyShared): Set<number>;
  unshare(digest: number): void;
  /** What people may see of what is shared: most first. */
  shared(): { readonly value: string; readonly customers: number }[];
  clear(): void;
}

/** Prepares everything that is asked of the traits. Numbers this large come as floating point: a cast makes them whole before they are looked up. */
export function createTraitStore(database: WritableDatabase): TraitStore {
  const add = database.prepare<number[]>(
    `INSERT OR IGNORE INTO trait (digest, member) VALUES ${places('(CAST(? AS INTEGER), ?)')}`,
  );
  const addOne = database.prepare<[number, number]>(
    'INSERT OR IGNORE INTO trait (digest, member) VALUES (CAST(? AS INTEGER), ?)',
  );
  const remove = database.prepare<[number, number]>(
    'DELETE FROM trait WHERE digest = CAST(? AS INTEGER) AND member = ?',
  );
  const digests = places('CAST(? AS INTEGER)');
  const carriers = database.prepare<(number | null)[], TraitRow>(
    `SELECT digest, member FROM trait WHERE digest IN (${digests})`,
  );
  const met = database.prepare<(number | null)[], { digest: number; count: number }>(
    `SELECT digest, count(*) AS count FROM trait WHERE digest IN (${digests}) GROUP BY digest HAVING count(*) > 1`,
  );
  const share = database.prepare<[number, WhyShared, string | null]>(
    'INSERT INTO shared_trait (digest, why, value) VALUES (CAST(? AS INTEGER), ?, ?) ON CONFLICT DO NOTHING',
  );
  const sharedFor = database.prepare<[WhyShared], number>('SELECT digest FROM shared_trait WHERE why = ?').pluck();
  const unshare = database.prepare<[number]>('DELETE FROM shared_trait WHERE digest = CAST(? AS INTEGER)');
  const shared = database.prepare<[], { value: string; customers: number }>(
    `SELECT shared_trait.value, count(*) AS customers
     FROM shared_trait JOIN trait USING (digest) WHERE value IS NOT NULL
     GROUP BY digest ORDER BY customers DESC, value`,
  );
  return {
    add(rows) {
      const whole = rows.length - (rows.length % portion);
      for (let start = 0; start < whole; start += portion) {
        add.run(...rows.slice(start, start + portion).flatMap(({ digest, member }) => [digest, member]));
      }
      for (const { digest, member } of rows.slice(whole)) addOne.run(digest, member);
    },
    remove(rows) {
      for (const { digest, member } of rows) remove.run(digest, member);
    },
    carriers: (wanted) => inPortions(wanted, (some) => carriers.all(...some)),
    met: (wanted) => inPortions(wanted, (some) => met.all(...some)),
    share: ({ digest, why, value }) => void share.run(digest, why, value),
    sharedFor: (why) => new Set(sharedFor.all(why)),
    unshare: (digest) => void unshare.run(digest),
    shared: () => shared.all(),
    clear: () => void database.exec('DELETE FROM trait; DELETE FROM shared_trait;'),
  };
}
