import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId } from '../model/ids.ts';
import type { ReadKind, RecordOf } from '../model/record.ts';
import type { RulePack, UniqueRule } from '../model/rule-pack.ts';
import { compareKeys } from '../model/compare-keys.ts';
import type { Contest } from './verdict.ts';

/** What came of laying a record's claims. */
export interface Laid {
  /** The contests in which this record stands now: give them to the judge. */
  readonly contested: readonly Contest[];
  /** Other records whose part in a contest has changed: judge them again, with `contestsOf`. */
  readonly judgeAgain: readonly string[];
}

/** Who may carry which unique value at one destination. Writing happens inside the caller's transaction. */
export interface Claims<K extends ReadKind> {
  /**
   * Says what a record claims: as it would be sent if it were the only one (a verdict without contests), null where it is
   * withheld or gone. Costs a few index look-ups, however many records claim the same value.
   */
  lay(key: string, record: RecordOf[K] | null): Laid;
  /** The contests in which a record stands. */
  contestsOf(key: string): readonly Contest[];
  /** Who has the value that this record claims too, and who goes without it: a few of them, this record left out. */
  rivalsOf(key: string, field: string): { readonly holder: string | undefined; readonly others: readonly string[] };
  /** Whether any record claims the value. */
  isTaken(field: string, value: string): boolean;
}

const nobody: readonly string[] = [];
const nothingLaid: Laid = { contested: [], judgeAgain: [] };

/**
 * Claims of one kind of record at one destination. Of several claimants the one holds the value that the destination knows
 * to have it (`heldBy`), else the one with the lowest key, whatever the order in which they came.
 */
export function createClaims<K extends ReadKind>(parts: {
  readonly database: WritableDatabase;
  readonly destination: DestinationId;
  readonly pack: Pick<RulePack<K>, 'kind' | 'unique'>;
  readonly heldBy: (field: string, value: string) => string | undefined;
}): Claims<K> {
  const { database, destination, pack, heldBy } = parts;
  const fields = pack.unique.map((rule) => createFieldClaims(database, { destination, kind: pack.kind, rule, heldBy }));

  return {
    lay(key, record) {
      if (fields.length === 0) return nothingLaid;
      const judgeAgain: string[] = [];
      const contested: Contest[] = [];
      for (const field of fields) {
        const { others, contest } = field.lay(key, record);
        judgeAgain.push(...others);
        if (contest) contested.push(contest);
      }
      return contested.length === 0 && judgeAgain.length === 0 ? nothingLaid : { contested, judgeAgain };
    },
    rivalsOf: (key, field) =>
      fields.find(({ rule }) => rule.field === field)?.rivalsOf(key) ?? { holder: undefined, others: [] },
    contestsOf: (key) => fields.flatMap((field) => field.contestOf(key) ?? []),
    isTaken: (field, value) => fields.some((each) => each.rule.field === field && each.isTaken(value)),
  };
}

function scopeOf(
  database: WritableDatabase,
  { destination, kind, field }: { destination: string; kind: string; field: string },
): number {
  database
    .prepare('INSERT OR IGNORE INTO claim_scope (destination, kind, field) VALUES (?, ?, ?)')
    .run(destination, kind, field);
  const find = database.prepare<[string, string, string], number>(
    'SELECT id FROM claim_scope WHERE destination = ? AND kind = ? AND field = ?',
  );
  return find.pluck().get(destination, kind, field) ?? 0;
}

/** So many others a person can look at. */
const rivalsShown = 3;

function prepare(database: WritableDatabase) {
  const withValue = 'FROM claim INDEXED BY claim_by_digest WHERE scope = ? AND digest = ? AND value = ?';
  return {
    valueOf: database.prepare<[number, string], string>('SELECT value FROM claim WHERE scope = ? AND key = ?').pluck(),
    add: database.prepare<[number, string, string, number]>(
      'INSERT OR IGNORE INTO claim (scope, key, value, digest) VALUES (?, ?, ?, ?)',
    ),
    change: database.prepare<[string, number, number, string]>(
      'UPDATE claim SET value = ?, digest = ? WHERE scope = ? AND key = ?',
    ),
    remove: database.prepare<[number, string]>('DELETE FROM claim WHERE scope = ? AND key = ?'),
    claimants: database.prepare<[number, number, string], string>(`SELECT key ${withValue}`).pluck(),
    others: database
      .prepare<[number, number, string, string], string>(`SELECT key ${withValue} AND key <> ? LIMIT 2`)
      .pluck(),
    rivals: database
      .prepare<[number, number, string, string, number], string>(
        `SELECT key ${withValue} AND key <> ? ORDER BY length(key), key LIMIT ?`,
      )
      .pluck(),
    holder: database
      .prepare<[number, string], string>('SELECT holder FROM contest WHERE scope = ? AND value = ?')
      .pluck(),
    putHolder: database.prepare<[number, string, string]>(
      'INSERT OR REPLACE INTO contest (scope, value, holder) VALUES (?, ?, ?)',
    ),
    removeContest: database.prepare<[number, string]>('DELETE FROM contest WHERE scope = ? AND value = ?'),
  };
}

/** 32 bits of FNV-1a: for finding a value quickly, never for telling two apart. */
function digestOf(value: string): number {
  let digest = 0x811c9dc5;
  for (let index = 0; index < value.length; index++) {
    digest = Math.imul(digest ^ value.charCodeAt(index), 0x01000193);
  }
  return digest;
}

function createFieldClaims<K extends ReadKind>(
  database: WritableDatabase,
  parts: {
    destination: DestinationId;
    kind: K;
    rule: UniqueRule<K>;
    heldBy: (field: string, value: string) => string | undefined;
  },
) {
  const { destination, kind, rule, heldBy } = parts;
  const scope = scopeOf(database, { destination, kind, field: rule.field });
  const statements = prepare(database);

  function lay(key: string, record: RecordOf[K] | null): { others: readonly string[]; contest: Contest | undefined } {
    const value = record ? rule.claim(record) : null;
    const before = replace(key, value);
    const left = before === null || before === value ? nobody : leave(key, before);
    if (value === null) return { others: left, contest: undefined };
    const other = before === value ? undefined : anotherWith(key, value);
    // Nearly everybody comes with a value that nobody else has: there is no contest, and none need be looked for.
    if (before !== value && other === undefined) return { others: left, contest: undefined };
    const joined = other === undefined ? nobody : join(key, value, other);
    return { others: left.length === 0 ? joined : [...left, ...joined], contest: contestOver(key, value) };
  }

  /** Writes what the key claims; answers what it claimed before. A first load meets no old claims, so it asks for none. */
  function replace(key: string, value: string | null): string | null {
    if (value !== null && statements.add.run(scope, key, value, digestOf(value)).changes === 1) return null;
    const before = statements.valueOf.get(scope, key) ?? null;
    if (value === null) {
      if (before !== null) statements.remove.run(scope, key);
    } else if (before !== value) statements.change.run(value, digestOf(value), scope, key);
    return before;
  }

  function anotherWith(key: string, value: string): string | undefined {
    return statements.others.get(scope, digestOf(value), value, key);
  }

  /** The other records whose part changes when this one comes, which claims what another does: at most one. */
  function join(key: string, value: string, other: string): readonly string[] {
    const holder = statements.holder.get(scope, value);
    const now = holderAmong(value, [holder ?? other, key]);
    if (now !== holder) statements.putHolder.run(scope, value, now);
    return holder === undefined || now !== holder ? [holder ?? other] : [];
  }

  /** The other records whose part changes when this one goes: at most one. */
  function leave(key: string, value: string): readonly string[] {
    const holder = statements.holder.get(scope, value);
    if (holder === undefined) return [];
    const [one, another] = statements.others.all(scope, digestOf(value), value, key);
    if (one === undefined || another === undefined) {
      statements.removeContest.run(scope, value);
      return one === undefined ? [] : [one];
    }
    if (holder !== key) return [];
    const now = holderAmong(value, statements.claimants.all(scope, digestOf(value), value));
    statements.putHolder.run(scope, value, now);
    return [now];
  }

  function holderAmong(value: string, keys: readonly string[]): string {
    const known = heldBy(rule.field, value);
    return keys.find((key) => key === known) ?? keys.reduce((low, key) => (compareKeys(key, low) < 0 ? key : low));
  }

  function contestOver(key: string, value: string): Contest | undefined {
    const holder = statements.holder.get(scope, value);
    return holder === undefined
      ? undefined
      : { field: rule.field, code: rule.code, role: holder === key ? 'holder' : 'other' };
  }

  function contestOf(key: string): Contest | undefined {
    const value = statements.valueOf.get(scope, key);
    return value === undefined ? undefined : contestOver(key, value);
  }

  function rivalsOf(key: string): { holder: string | undefined; others: readonly string[] } {
    const value = statements.valueOf.get(scope, key);
    if (value === undefined) return { holder: undefined, others: [] };
    const holder = statements.holder.get(scope, value);
    const others = statements.rivals.all(scope, digestOf(value), value, key, rivalsShown);
    return { holder: holder === key ? undefined : holder, others: others.filter((other) => other !== holder) };
  }

  return {
    rule,
    lay,
    contestOf,
    rivalsOf,
    isTaken: (value: string) => statements.claimants.get(scope, digestOf(value), value) !== undefined,
  };
}
