import { hash } from 'node:crypto';
import type { DestinationId, Instant, TillKey } from '../model/ids.ts';
import { instantOf } from '../model/ids.ts';
import type { ReadKind, RecordOf, RowKind } from '../model/record.ts';
import type { Fault, RuleContext, RulePack } from '../model/rule-pack.ts';
import { localDateOf } from '../model/wall-clock.ts';
import { sharedKey } from '../staging/feed-pull.ts';
import type { StagedRow, Staging } from '../staging/staging.ts';
import { createClaims } from '../validation/claims.ts';
import type { Reading } from '../validation/reading.ts';
import { createJudge, type Finding, type Verdict } from '../validation/verdict.ts';
import type { CheckerParts } from './checker.ts';
import { offerRecord } from './offer-record.ts';
import { titleOf } from './title-of.ts';

/** The check of one kind of record for one destination. Everything happens inside the caller's transaction. */
export interface KindCheck {
  /** The name of everything that a verdict comes from besides the record: rules, settings, the till's columns. */
  readonly rules: string;
  judgeRow(row: StagedRow): void;
  /** The same, for whatever stands under the key now. */
  judge(key: string): void;
  /** Records whose verdict may have changed although they did not: time has passed, a rival came or went, whom they name appeared. */
  judgeAgain(): void;
  refused(key: TillKey, faults: readonly Fault[], at: Instant): void;
}

/** What one such check is made from. */
export interface KindCheckParts<K extends ReadKind> extends CheckerParts {
  readonly destination: DestinationId;
  readonly pack: RulePack<K>;
}

/** The check of one kind of record for one destination; see `KindCheck`. */
export function createKindCheck<K extends ReadKind>(parts: KindCheckParts<K>): KindCheck {
  const { database, staging, records, problems, outbox, ledger, settings, destination, pack } = parts;
  const { kind } = pack;
  const claims = createClaims({
    database,
    destination,
    pack,
    heldBy: (field, value) => ledger.holder({ destination, kind, field, value }),
  });
  const judgeRecord = createJudge({ pack, shop: settings.shop, isTaken: claims.isTaken });
  const read = records.reader(kind);
  const withhold = database.prepare('INSERT OR IGNORE INTO withheld (destination, kind, key) VALUES (?, ?, ?)');
  const anyWithheld = database.prepare('SELECT 1 FROM withheld WHERE destination = ? AND kind = ? LIMIT 1');
  const release = database.prepare('DELETE FROM withheld WHERE destination = ? AND kind = ? AND key = ?');
  const now = instantOf(parts.clock());
  const context: RuleContext = { now, today: localDateOf(now, settings.shop.timeZone) };
  const rivals = new Set<string>();
  // In a shop that is as it should be, nobody has to be asked about every record.
  let someProblem = problems.any(destination, kind);
  let someWithheld = anyWithheld.get(destination, kind) !== undefined;
  const origins = originsOf(staging, kind);
  const shares = staging.repeated(kind);
  const namesOthers = pack.reference !== undefined && staging.feed(pack.reference.to).fields.length > 0;

  function judge(key: string): void {
    const row = staging.row(kind, key);
    if (row) judgeRow(row);
    else forget(key);
  }

  function judgeRow(row: StagedRow): void {
    rivals.delete(row.key);
    if (row.cells === null) {
      forget(row.key);
      return;
    }
    const reading = withoutStrangers(read(row));
    const unknownReference = isUnknown(reading.record);
    const alone = judgeRecord(reading, context, { unknownReference });
    const { contested, judgeAgain } = claims.lay(row.key, alone.send);
    for (const rival of judgeAgain) rivals.add(rival);
    const verdict = contested.length === 0 ? alone : judgeRecord(reading, context, { unknownReference, contested });
    conclude(reading, withRepeats(verdict, row.key));
  }

  function conclude(reading: Reading<K>, { send, findings }: Verdict<K>): void {
    const { key } = reading.record;
    someProblem ||= findings.length > 0;
    if (someProblem) {
      problems.record({ ...subject(key), name: () => titleOf(kind, reading), findings, at: now, pack, origins });
    }
    if (send) {
      if (someWithheld) release.run(destination, kind, key);
      offerRecord(outbox, { destination, pack, record: send, at: now });
    } else {
      someWithheld = true;
      withhold.run(destination, kind, key);
      outbox.withdraw(subject(key));
    }
  }

  /** A till that tells us of no customers at all cannot be asked who a sale's customer is. */
  function withoutStrangers(reading: Reading<K>): Reading<K> {
    if (pack.reference === undefined || namesOthers) return reading;
    const record: RecordOf[K] = { ...reading.record };
    Reflect.deleteProperty(record, pack.reference.field);
    return { ...reading, record };
  }

  function isUnknown(record: RecordOf[K]): boolean {
    const other = pack.reference?.key(record) ?? null;
    return pack.reference !== undefined && other !== null && !staging.row(pack.reference.to, other)?.cells;
  }

  /** Of several rows under one key the first is sent; all of them are shown. */
  function withRepeats(verdict: Verdict<K>, key: string): Verdict<K> {
    const shared = sharedKey(key);
    if (shares.size === 0 || !shares.has(shared)) return verdict;
    const finding = { field: 'key', code: 'duplicate_key', value: shared, dependsOn: 'uniqueness' } as const;
    if (key === shared) return { ...verdict, findings: [...verdict.findings, { ...finding, severity: 'warn' }] };
    const others = verdict.findings.filter(({ field }) => field !== 'key');
    return { send: null, findings: [{ ...finding, severity: 'block' }, ...others] };
  }

  function forget(key: string): void {
    rivals.delete(key);
    for (const rival of claims.lay(key, null).judgeAgain) rivals.add(rival);
    problems.closeAllOf(subject(key as TillKey), now);
    release.run(destination, kind, key);
    outbox.withdraw(subject(key as TillKey));
  }

  function subject(key: TillKey) {
    return { destination, kind, key };
  }

  return {
    rules: hash(
      'sha256',
      JSON.stringify([pack.version, settings.shop, settings.cleaning, staging.feed(kind).fields]),
      'hex',
    ),
    judgeRow,
    judge,
    judgeAgain() {
      for (const key of problems.keysToJudgeAgain(destination, kind, ['time', 'uniqueness', 'reference'])) judge(key);
      // A rival that is judged leaves the set, and may bring in the next; a set is walked to its end all the same.
      for (const key of rivals) judge(key);
    },
    refused(key, faults, at) {
      const reading = records.one(kind, key);
      if (!reading) return;
      someProblem = true;
      const findings = faults.map(({ field, code }): Finding => ({
        field,
        code,
        severity: 'block',
        value: reading.raw(field),
        dependsOn: 'content',
      }));
      problems.add({ ...subject(key), name: () => titleOf(kind, reading), findings, at, pack, origins });
    },
  };
}

/** What the till calls each field of a record, those of a sale's lines and payments among them. */
function originsOf(staging: Staging, kind: ReadKind): Readonly<Record<string, string>> {
  const { origins } = staging.feed(kind);
  if (kind !== 'sale') return origins;
  const under = (list: string, part: RowKind) =>
    Object.entries(staging.feed(part).origins).map(([field, origin]) => [`${list}[].${field}`, origin] as const);
  return { ...origins, ...Object.fromEntries([...under('lines', 'saleLine'), ...under('payments', 'payment')]) };
}
