import type { WritableDatabase } from '../database/open.ts';

/** Who claims which value of one field. Writing happens inside the caller's transaction, together with the claims themselves. */
export interface Claimants {
  /** Many claims in one transaction: while it lasts nobody else lays any, so that what was laid before may be remembered. */
  together<T>(work: () => T): T;
  /** A claim that was not there before. False where nobody else can have the value; where somebody may, `besides` tells. */
  add(key: string, value: string): boolean;
  remove(key: string, value: string): void;
  /** Everybody with the value, in no order. */
  all(value: string): readonly string[];
  /** Up to two of them besides one, in no order. */
  besides(key: string, value: string): readonly string[];
  /** Up to so many of them besides one, the lowest keys first. */
  lowest(key: string, value: string, limit: number): readonly string[];
  isAnybody(value: string): boolean;
}

/** One claim in so many moves a range of digests out of the small table, and there are so many ranges: some 16,000 claims stand in it. */
const claimsAMove = 512;
const bitsOfRange = 5;

function prepare(database: WritableDatabase) {
  const place = 'WHERE scope = ? AND digest = ?';
  const range = 'WHERE scope = $scope AND digest BETWEEN $first AND $last';
  const claimed = (table: string): string =>
    `SELECT claim.key FROM ${table} AS place CROSS JOIN claim ON claim.scope = place.scope AND claim.key = place.key
     WHERE place.scope = $scope AND place.digest = $digest AND claim.value = $value AND claim.key IS NOT $but`;
  const everywhere = `${claimed('claim_recent')} UNION ALL ${claimed('claim_settled')}`;
  return {
    laid: database.prepare<[number], number>('SELECT laid FROM claim_scope WHERE id = ?').pluck(),
    lay: database
      .prepare<[number], number>('UPDATE claim_scope SET laid = laid + 1 WHERE id = ? RETURNING laid')
      .pluck(),
    anybody: database.prepare<[number], number>('SELECT 1 FROM claim WHERE scope = ? LIMIT 1').pluck(),
    add: database.prepare<[number, number, string]>(
      'INSERT OR IGNORE INTO claim_recent (scope, digest, key) VALUES (?, ?, ?)',
    ),
    removeRecent: database.prepare<[number, number, string]>(`DELETE FROM claim_recent ${place} AND key = ?`),
    removeSettled: database.prepare<[number, number, string]>(`DELETE FROM claim_settled ${place} AND key = ?`),
    move: database.prepare<[Range]>(
      `INSERT OR IGNORE INTO claim_settled SELECT scope, digest, key FROM claim_recent ${range}`,
    ),
    empty: database.prepare<[Range]>(`DELETE FROM claim_recent ${range}`),
    // Nearly nobody has another's value, and hardly any two values the same digest: this one look is all that most cost.
    mayBeOthers: database
      .prepare<[number, number, string, number, number, string], number>(
        `SELECT EXISTS (SELECT 1 FROM claim_recent ${place} AND key <> ?) OR EXISTS (SELECT 1 FROM claim_settled ${place} AND key <> ?)`,
      )
      .pluck(),
    all: database.prepare<[Wanted], string>(everywhere).pluck(),
    two: database.prepare<[Wanted], string>(`${everywhere} LIMIT 2`).pluck(),
    lowest: database
      .prepare<[Wanted & { limit: number }], string>(
        `SELECT key FROM (${everywhere}) ORDER BY length(key), key LIMIT $limit`,
      )
      .pluck(),
  };
}

interface Wanted {
  readonly scope: number;
  readonly digest: number;
  readonly value: string;
  /** The key that is left out, if any. */
  readonly but: string | null;
}

interface Range {
  readonly scope: number;
  readonly first: number;
  readonly last: number;
}

/** 32 bits of FNV-1a: for finding a value quickly, never for telling two apart. */
function digestOf(value: string): number {
  let digest = 0x811c9dc5;
  for (let index = 0; index < value.length; index++) {
    digest = Math.imul(digest ^ value.charCodeAt(index), 0x01000193);
  }
  return digest;
}

/** Which digests were met, as far as it can be told by 22 of their bits, in half a megabyte: what was not met is told for certain. */
function createSieve() {
  const bits = new Uint8Array(2 ** 19);
  return {
    /** Whether it may have been met before. */
    meet(digest: number): boolean {
      const place = digest >>> 13;
      const bit = 1 << ((digest >>> 10) & 7);
      const byte = bits[place] ?? 0;
      bits[place] = byte | bit;
      return (byte & bit) !== 0;
    },
  };
}

/** The claimants of the values of one scope; see `Claimants`. */
export function createClaimants(database: WritableDatabase, scope: number): Claimants {
  const statements = prepare(database);
  let laid = statements.laid.get(scope) ?? 0;
  // Whoever begins where there is no claim, as a first load does, remembers what comes, and need not look for it.
  let sieve = statements.anybody.get(scope) === undefined ? createSieve() : undefined;
  let isAlone = false;
  const wanted = (value: string, but: string | null): Wanted => ({ scope, digest: digestOf(value), value, but });

  /** Which claim moves a range, and which, hangs on its digest alone: nothing has to be remembered from one run to the next. */
  function moveSome(digest: number): void {
    if ((digest & (claimsAMove - 1)) !== 0) return;
    const shift = 32 - bitsOfRange;
    const first = (digest >> shift) << shift;
    const range = { scope, first, last: first + 2 ** shift - 1 };
    statements.move.run(range);
    statements.empty.run(range);
  }

  return {
    together(work) {
      // Somebody else may have laid claims since: of those the sieve knows nothing.
      if (statements.lay.get(scope) !== ++laid) sieve = undefined;
      isAlone = true;
      try {
        return work();
      } finally {
        isAlone = false;
      }
    },
    add(key, value) {
      const digest = digestOf(value);
      statements.add.run(scope, digest, key);
      moveSome(digest);
      if (!isAlone) statements.lay.get(scope);
      const isNew = sieve?.meet(digest) === false;
      return !(isNew && isAlone);
    },
    remove(key, value) {
      const digest = digestOf(value);
      if (statements.removeRecent.run(scope, digest, key).changes === 0) {
        statements.removeSettled.run(scope, digest, key);
      }
    },
    all: (value) => statements.all.all(wanted(value, null)),
    besides(key, value) {
      const digest = digestOf(value);
      const mayBe = statements.mayBeOthers.get(scope, digest, key, scope, digest, key) === 1;
      return mayBe ? statements.two.all({ scope, digest, value, but: key }) : [];
    },
    lowest: (key, value, limit) => statements.lowest.all({ ...wanted(value, key), limit }),
    isAnybody: (value) => statements.two.get(wanted(value, null)) !== undefined,
  };
}
