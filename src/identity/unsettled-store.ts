import type { WritableDatabase } from '../database/open.ts';

/** How far a change of a member goes: nothing that is compared; who they are joined with, though not by their own card; their card, whose traits are written; their card, whose traits are not. */
export const stages = { touched: 0, affected: 1, indexed: 2, changed: 3 } as const;
export type Stage = (typeof stages)[keyof typeof stages];

/** A member who changed. */
export interface UnsettledRow {
  readonly member: number;
  readonly stage: Stage;
  /** The digests of the traits that went. */
  readonly former: readonly number[];
}

/** Who changed since the last settling. */
export interface UnsettledStore {
  /** Notes a change; of two, what goes further stands. */
  note(member: number, stage: Stage, former?: readonly number[]): void;
  /** Those of some stages, in the order of their ids. */
  take(limit: number): UnsettledRow[];
  /** The ids of members whose traits are not written. */
  unwritten(limit: number): number[];
  indexed(member: number): void;
  done(members: readonly number[]): void;
  /** Whether there is none. */
  isEmpty(): boolean;
  /** Everybody who was ever joined or could have been. */
  noteEverybodySettled(): void;
  clear(member: number): void;
}

/** Prepares everything that is asked of what is not settled yet. */
export function createUnsettledStore(database: WritableDatabase): UnsettledStore {
  const formerOf = database.prepare<[number], string | null>('SELECT former FROM unsettled WHERE member = ?').pluck();
  const note = database.prepare<[number, number, string | null]>(
    `INSERT INTO unsettled (member, stage, former) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET stage = max(stage, excluded.stage), former = coalesce(excluded.former, former)`,
  );
  const take = database.prepare<[number], { member: number; stage: Stage; former: string | null }>(
    'SELECT member, stage, former FROM unsettled ORDER BY member LIMIT ?',
  );
  const unwritten = database
    .prepare<[number], number>(`SELECT member FROM unsettled WHERE stage = ${stages.changed} ORDER BY member LIMIT ?`)
    .pluck();
  const indexed = database.prepare<[number]>(`UPDATE unsettled SET stage = ${stages.indexed} WHERE member = ?`);
  const remove = database.prepare<[number]>('DELETE FROM unsettled WHERE member = ?');
  const any = database.prepare<[], number>('SELECT 1 FROM unsettled LIMIT 1').pluck();
  const everybody = database.prepare<[]>(
    `INSERT OR IGNORE INTO unsettled (member, stage) SELECT id, ${stages.affected} FROM member WHERE person IS NOT NULL`,
  );
  return {
    note(member, stage, former = []) {
      const earlier = former.length > 0 ? digestsIn(formerOf.get(member)) : [];
      note.run(member, stage, former.length > 0 ? JSON.stringify([...earlier, ...former]) : null);
    },
    take: (limit) => take.all(limit).map(({ member, stage, former }) => ({ member, stage, former: digestsIn(former) })),
    unwritten: (limit) => unwritten.all(limit),
    indexed: (member) => void indexed.run(member),
    done(members) {
      for (const member of members) remove.run(member);
    },
    isEmpty: () => any.get() === undefined,
    noteEverybodySettled: () => void everybody.run(),
    clear: (member) => void remove.run(member),
  };
}

/** Written by ourselves as a list of numbers, and by nobody else. */
function digestsIn(text: string | null | undefined): readonly number[] {
  return text == null ? [] : (JSON.parse(text) as readonly number[]);
}
