import { hash } from 'node:crypto';
import type { DestinationId, Instant, TillKey } from '../model/ids.ts';
import { instantOf } from '../model/ids.ts';
import type { ReadKind, RecordOf } from '../model/record.ts';
import type { Fault, RuleContext, RulePack } from '../model/rule-pack.ts';
import { localDateOf } from '../model/wall-clock.ts';
import { sharedKey } from '../staging/feed-pull.ts';
import { joinedSource } from '../staging/overlay.ts';
import type { StagedRow } from '../staging/staging.ts';
import { createClaims } from '../validation/claims.ts';
import type { Reading } from '../validation/reading.ts';
import { createJudge, type Contest, type Finding, type Verdict } from '../validation/verdict.ts';
import type { CheckerParts } from './checker.ts';
import { createNotes } from './join/notes.ts';
import { createStandings } from './join/pair-row.ts';
import { joinRules } from './join/rules.ts';
import { offerRecord } from './offer-record.ts';
import { createOrigins, type Origins } from './origins.ts';
import { titleOf } from './title-of.ts';

/** The check of one kind of record for one destination. Everything happens inside the caller's transaction. */
export interface KindCheck {
  /** The name of everything that a verdict comes from besides the record: rules, settings, the till's columns. */
  readonly rules: string;
  judgeRows(rows: readonly StagedRow[]): void;
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

const noOrigins: Origins = {};

/** The check of one kind of record for one destination; see `KindCheck`. */
export function createKindCheck<K extends ReadKind>(parts: KindCheckParts<K>): KindCheck {
  const { database, view, joining, records, problems, outbox, ledger, settings, destination, pack } = parts;
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
  const originsOf = createOrigins(parts, kind);
  const notesOn = joining && createNotes(joining, kind);
  const standingOf = joining && kind === 'sale' ? createStandings(joining) : undefined;
  const texts = joining ? { rules: [...pack.rules, ...joinRules] } : pack;
  const shares = view.repeated(kind);
  const namesOthers = pack.reference !== undefined && view.feed(pack.reference.to).fields.length > 0;

  function judge(key: string): void {
    const row = view.row(kind, key);
    if (row) judgeRow(row);
    else forget(key, 'gone');
  }

  function judgeRow(row: StagedRow): void {
    rivals.delete(row.key);
    if (row.cells === null) {
      // What is hidden behind another key is seen there.
      forget(row.key, row.parent !== null && row.vanishedAt === null ? 'joined' : 'gone');
      return;
    }
    if (standingOf && standingOf(row) !== 'sale') {
      forget(row.key, row.source === joinedSource ? 'joined' : 'gone');
      return;
    }
    const reading = withoutStrangers(read(row));
    const unknownReference = isUnknown(reading.record);
    const alone = judgeRecord(reading, context, { unknownReference });
    const { contested, judgeAgain } = claims.lay(row.key, alone.send);
    for (const rival of judgeAgain) rivals.add(rival);
    const verdict = contested.length === 0 ? alone : judgeRecord(reading, context, { unknownReference, contested });
    conclude(row, reading, withNotes(row, withRivals(row.key, contested, withRepeats(verdict, row.key))));
  }

  function conclude(row: StagedRow, reading: Reading<K>, { send, findings }: Verdict<K>): void {
    const { key } = reading.record;
    someProblem ||= findings.length > 0;
    if (someProblem) {
      const origins = findings.length > 0 ? originsOf(row) : noOrigins;
      problems.record({
        ...subject(key),
        name: () => titleOf(kind, reading),
        findings,
        at: now,
        pack: texts,
        origins,
      });
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
    return pack.reference !== undefined && other !== null && !view.row(pack.reference.to, other)?.cells;
  }

  /** Who has the value that another record claims too, and who goes without it. */
  function withRivals(key: string, contested: readonly Contest[], verdict: Verdict<K>): Verdict<K> {
    if (contested.length === 0) return verdict;
    const findings = verdict.findings.map((finding) =>
      contested.some(({ field, code }) => field === finding.field && code === finding.code)
        ? { ...finding, detail: rivalWords(key, finding.field) }
        : finding,
    );
    return { ...verdict, findings };
  }

  function rivalWords(key: string, field: string): string {
    const { holder, others } = claims.rivalsOf(key, field);
    const called = (rival: string): string => {
      const reading = records.one(kind, rival);
      return reading ? `${titleOf(kind, reading)} (${rival})` : rival;
    };
    if (holder !== undefined) return `${called(holder)} keeps it.`;
    return `It is sent with this one. ${others.map(called).join(', ')} ${others.length === 1 ? 'goes' : 'go'} without it.`;
  }

  function withNotes(row: StagedRow, verdict: Verdict<K>): Verdict<K> {
    const notes = notesOn?.(row) ?? [];
    return notes.length === 0 ? verdict : { ...verdict, findings: [...verdict.findings, ...notes] };
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

  function forget(key: string, end: 'gone' | 'joined'): void {
    rivals.delete(key);
    for (const rival of claims.lay(key, null).judgeAgain) rivals.add(rival);
    problems.closeAllOf(subject(key as TillKey), now, end);
    release.run(destination, kind, key);
    outbox.withdraw(subject(key as TillKey));
  }

  function subject(key: TillKey) {
    return { destination, kind, key };
  }

  return {
    rules: hash(
      'sha256',
      JSON.stringify([pack.version, settings.shop, settings.cleaning, view.feed(kind).fields]),
      'hex',
    ),
    judgeRows(rows) {
      claims.together(() => rows.forEach(judgeRow));
    },
    judge,
    judgeAgain() {
      for (const key of problems.keysToJudgeAgain(destination, kind, ['time', 'uniqueness', 'reference'])) judge(key);
      // A rival that is judged leaves the set, and may bring in the next; a set is walked to its end all the same.
      for (const key of rivals) judge(key);
    },
    refused(key, faults, at) {
      const row = view.row(kind, key);
      const reading = row?.cells ? read(row) : undefined;
      if (!row || !reading) return;
      someProblem = true;
      const findings = faults.map(({ field, code }): Finding => ({
        field,
        code,
        severity: 'block',
        value: reading.raw(field),
        dependsOn: 'content',
      }));
      problems.add({
        ...subject(key),
        name: () => titleOf(kind, reading),
        findings,
        at,
        pack: texts,
        origins: originsOf(row),
      });
    },
  };
}
