import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId } from '../model/ids.ts';
import type { ReadKind, RecordOf } from '../model/record.ts';
import type { RulePack, UniqueRule } from '../model/rule-pack.ts';
import { compareKeys } from '../model/compare-keys.ts';
import { createClaimants } from './claimants.ts';
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
  /** The claims of many records, laid in one transaction: a first load then looks for nobody whom it would have met. */
  together<T>(work: () => T): T;
  /** The contests in which a record stands. */
  contestsOf(key: string): readonly Contest[];
  /** Who has the value that this record claims too, and who goes without it: a few of them, this record left out. */
  rivalsOf(key: string, field: string): { readonly holder: string | undefined; readonly others: readonly string[] };
  /** Whether any record claims the value. */
  isTaken(field: string, value: string): boolean;
}

/** What came of laying the claim of one field. */
interface LaidField {
  readonly others: readonly string[];
  readonly contest: Contest | undefined;
}

const nobody: readonly string[] = [];
const alone: LaidField = { others: nobody, contest: undefined };
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
    together: (work) => fields.reduce((inner, field) => () => field.together(inner), work)(),
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
  return {
    valueOf: database.prepare<[number, string], string>('SELECT value FROM claim WHERE scope = ? AND key = ?').pluck(),
    add: database.prepare<[number, string, string]>('INSERT OR IGNORE INTO claim (scope, key, value) VALUES (?, ?, ?)'),
    change: database.prepare<[string, number, string]>('UPDATE claim SET value = ? WHERE scope = ? AND key = ?'),
    remove: database.prepare<[number, string]>('DELETE FROM claim WHERE scope = ? AND key = ?'),
    holder: database
      .prepare<[number, string], string>('SELECT holder FROM contest WHERE scope = ? AND value = ?')
      .pluck(),
    putHolder: database.prepare<[number, string, string]>(
      'INSERT OR REPLACE INTO contest (scope, value, holder) VALUES (?, ?, ?)',
    ),
    removeContest: database.prepare<[number, string]>('DELETE FROM contest WHERE scope = ? AND value = ?'),
  };
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
  const claimants = createClaimants(database, scope);

  function lay(key: string, record: RecordOf[K] | null): LaidField {
    const value = record ? rule.claim(record) : null;
    // A first load meets no old claims, so it asks for none.
    if (value !== null && statements.add.run(scope, key, value).changes === 1) return come(key, value, nobody);
    const before = statements.valueOf.get(scope, key) ?? null;
    if (before === value) return value === null ? alone : { others: nobody, contest: contestOver(key, value) };
    if (value === null) statements.remove.run(scope, key);
    else statements.change.run(value, scope, key);
    const left = before === null ? nobody : leave(key, before);
    return value === null ? { others: left, contest: undefined } : come(key, value, left);
  }

  /** The key claims what it did not claim before. Nearly everybody comes with a value that nobody else has: there is no contest then, and none need be looked for. */
  function come(key: string, value: string, left: readonly string[]): LaidField {
    const other = claimants.add(key, value) ? claimants.besides(key, value)[0] : undefined;
    if (other === undefined) return left === nobody ? alone : { others: left, contest: undefined };
    const joined = join(key, value, other);
    return { others: left.length === 0 ? joined : [...left, ...joined], contest: contestOver(key, value) };
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
    claimants.remove(key, value);
    const holder = statements.holder.get(scope, value);
    if (holder === undefined) return [];
    const [one, another] = claimants.besides(key, value);
    if (one === undefined || another === undefined) {
      statements.removeContest.run(scope, value);
      return one === undefined ? [] : [one];
    }
    if (holder !== key) return [];
    const now = holderAmong(value, claimants.all(value));
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
    const others = claimants.lowest(key, value, rivalsShown);
    return { holder: holder === key ? undefined : holder, others: others.filter((other) => other !== holder) };
  }

  return {
    rule,
    lay,
    together: claimants.together,
    contestOf,
    rivalsOf,
    isTaken: claimants.isAnybody,
  };
}
