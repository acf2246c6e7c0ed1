import type { WritableDatabase } from '../database/open.ts';
import type { TillKey } from '../model/ids.ts';
import { inPortions, places } from './in-portions.ts';
import type { MemberName } from './person.ts';

/** A customer as our database has them. */
export interface MemberRow extends MemberName {
  readonly id: number;
  readonly key: TillKey;
  /** Null where they are gone. */
  readonly card: string | null;
  /** The member whose key the person has; null where nothing was settled that could have joined them. */
  readonly person: number | null;
}

/** The customers of all sources, by id. */
export interface MemberStore {
  /** Takes in a newcomer; false where the customer is known. */
  arrive(name: MemberName, card: string): boolean;
  find(name: MemberName): MemberRow | undefined;
  /** Everybody who has the key, whatever their source. */
  withKey(key: string): MemberRow[];
  get(id: number): MemberRow | undefined;
  /** Those of them who are there. */
  load(ids: readonly number[]): MemberRow[];
  /** The ids of a person's members but that of the one whose key it has. */
  othersOf(person: number): number[];
  /** In the order of their ids, after one and up to another. */
  range(range: { after: number; upTo: number; limit: number }): MemberRow[];
  lastId(): number;
  write(id: number, card: string | null): void;
  assign(id: number, person: number): void;
  /** Gives everybody of a person to another. */
  reassign(from: number, to: number): void;
  remove(id: number): void;
}

const columns = 'id, source, key, card, person';

/** Prepares everything that is asked of the members. */
export function createMemberStore(database: WritableDatabase): MemberStore {
  const arrive = database.prepare<[string, string, string]>(
    'INSERT INTO member (source, key, card) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const find = database.prepare<[string, string], MemberRow>(
    `SELECT ${columns} FROM member WHERE key = ? AND source = ?`,
  );
  const withKey = database.prepare<[string], MemberRow>(`SELECT ${columns} FROM member WHERE key = ?`);
  const get = database.prepare<[number], MemberRow>(`SELECT ${columns} FROM member WHERE id = ?`);
  const load = database.prepare<(number | null)[], MemberRow>(
    `SELECT ${columns} FROM member WHERE id IN (${places('?')})`,
  );
  const othersOf = database
    .prepare<[number], number>('SELECT id FROM member WHERE person = ? AND person <> id')
    .pluck();
  const range = database.prepare<[number, number, number], MemberRow>(
    `SELECT ${columns} FROM member WHERE id > ? AND id <= ? ORDER BY id LIMIT ?`,
  );
  const lastId = database.prepare<[], number>('SELECT coalesce(max(id), 0) FROM member').pluck();
  const write = database.prepare<[string | null, number]>('UPDATE member SET card = ? WHERE id = ?');
  const assign = database.prepare<[number, number]>('UPDATE member SET person = ? WHERE id = ?');
  const reassign = database.prepare<[number, number]>('UPDATE member SET person = ? WHERE person = ? AND person <> id');
  const remove = database.prepare<[number]>('DELETE FROM member WHERE id = ?');
  return {
    arrive: ({ source, key }, card) => arrive.run(source, key, card).changes > 0,
    find: ({ source, key }) => find.get(key, source),
    withKey: (key) => withKey.all(key),
    get: (id) => get.get(id),
    load: (ids) => inPortions(ids, (some) => load.all(...some)),
    othersOf: (person) => othersOf.all(person),
    range: ({ after, upTo, limit }) => range.all(after, upTo, limit),
    lastId: () => lastId.get() ?? 0,
    write: (id, card) => void write.run(card, id),
    assign: (id, person) => void assign.run(person, id),
    reassign(from, to) {
      reassign.run(to, from);
      assign.run(to, from);
    },
    remove: (id) => void remove.run(id),
  };
}
