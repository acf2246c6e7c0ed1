import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId, Instant, TillKey } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { RulePack } from '../model/rule-pack.ts';
import { searchText } from '../support/fold-text.ts';
import type { ProblemEnd, ProblemEvent, ProblemRow } from './problem.ts';
import type { RuleBook } from './rule-book.ts';
import { adviceFor, createRuleBook, fieldOfRule } from './rule-book.ts';
import type { Finding } from './verdict.ts';

/** One record at one destination. */
export interface Subject {
  readonly destination: DestinationId;
  readonly kind: RecordKind;
  readonly key: TillKey;
}

/** What a check found, or found no more. */
export interface Found extends Subject {
  readonly findings: readonly Finding[];
  readonly at: Instant;
  /** What people call the record; asked only where something was found. */
  readonly name: () => string;
  /** Whose rules say what is wrong and what to do. */
  readonly pack: Pick<RulePack<RecordKind>, 'rules'>;
  /** The till's own name for each field: `CUST.EMAIL`; under `lines[].quantity` or `quantity` for a part of a line. */
  readonly origins: Readonly<Record<string, string>>;
}

/** How many problems opened, or opened again, and how many were mended. */
export interface Changes {
  readonly opened: number;
  readonly closed: number;
}

const nothingChanged: Changes = { opened: 0, closed: 0 };

function prepare(database: WritableDatabase) {
  const subject = 'destination = ? AND kind = ? AND key = ?';
  return {
    isKnown: database
      .prepare<[DestinationId, RecordKind, TillKey], number>(
        `SELECT 1 FROM problem WHERE ${subject} AND state <> 'closed' LIMIT 1`,
      )
      .pluck(),
    known: database.prepare<[DestinationId, RecordKind, TillKey], ProblemRow>(`SELECT * FROM problem WHERE ${subject}`),
    open: database.prepare(`
      INSERT INTO problem (destination, kind, key, field, code, rule_field, severity, depends_on, name, origin, value, says, advice,
        detail, suggestion, certain, search, state, first_seen_at, last_seen_at)
      VALUES ($destination, $kind, $key, $field, $code, $ruleField, $severity, $dependsOn, $name, $origin, $value, $says, $advice,
        $detail, $suggestion, $certain, $search, 'open', $at, $at)`),
    see: database.prepare(`
      UPDATE problem SET severity = $severity, depends_on = $dependsOn, name = $name, origin = $origin, value = $value, says = $says,
        advice = $advice, detail = $detail, suggestion = $suggestion, certain = $certain, search = $search, state = $state, last_seen_at = $at, closed_at = NULL, closed_as = NULL,
        dismissed_because = CASE WHEN $state = 'dismissed' THEN dismissed_because END
      WHERE id = $id`),
    close: database.prepare<[Instant, ProblemEnd, number]>(
      `UPDATE problem SET state = 'closed', closed_at = ?, closed_as = ?, dismissed_because = NULL WHERE id = ?`,
    ),
    tell: database.prepare<[number | bigint, Instant, ProblemEvent['what'], string | null]>(
      'INSERT INTO problem_event (problem, at, what, detail) VALUES (?, ?, ?, ?)',
    ),
  };
}

/**
 * Keeps problems in step with what checks find. A finding opens its problem, or leaves it as it is, or opens it again; a
 * problem that is found no more is mended. Writing happens inside the caller's transaction.
 */
export function createProblemRecord(database: WritableDatabase) {
  const statements = prepare(database);
  const ruleBooks = new WeakMap<Found['pack'], RuleBook>();

  function ruleBookOf(pack: Found['pack']): RuleBook {
    const book = ruleBooks.get(pack) ?? createRuleBook(pack);
    ruleBooks.set(pack, book);
    return book;
  }

  /** Everything that a check found; what it did not find is mended, or has ended otherwise. */
  function record(found: Found, end: ProblemEnd = 'mended'): Changes {
    const { destination, kind, key, findings, at } = found;
    // The usual case of a sound record costs one look into an index.
    if (findings.length === 0 && statements.isKnown.get(destination, kind, key) === undefined) return nothingChanged;
    const known = statements.known.all(destination, kind, key);
    const opened = see(found, known);
    let closed = 0;
    for (const row of known) {
      if (row.state === 'closed' || findings.some(({ field, code }) => field === row.field && code === row.code))
        continue;
      close(row, at, end);
      if (row.state === 'open') closed++;
    }
    return { opened, closed };
  }

  /** Closes a problem that is not closed, and tells how that came. */
  function close({ id, value }: Pick<ProblemRow, 'id' | 'value'>, at: Instant, end: ProblemEnd): void {
    statements.close.run(at, end, id);
    statements.tell.run(id, at, end, value);
  }

  /** Findings besides those of a check, such as a far side's refusal: they join what is open. */
  function add(found: Found): Changes {
    return { opened: see(found, statements.known.all(found.destination, found.kind, found.key)), closed: 0 };
  }

  function see(found: Found, known: readonly ProblemRow[]): number {
    if (found.findings.length === 0) return 0;
    const name = found.name();
    let opened = 0;
    for (const finding of found.findings) {
      const row = known.find(({ field, code }) => field === finding.field && code === finding.code);
      const columns = columnsOf(finding, found, ruleBookOf(found.pack));
      const search = searchText(name, found.key, columns.value, columns.origin);
      const seen: Seen = { ...columns, name, search };
      if (!row) {
        open(found, finding, seen);
        opened++;
      } else if (seeAgain(row, seen, found.at)) opened++;
    }
    return opened;
  }

  function open({ destination, kind, key, at }: Found, { field, code }: Finding, seen: Seen): void {
    const ruleField = fieldOfRule(field);
    const { lastInsertRowid } = statements.open.run({ ...seen, destination, kind, key, field, code, ruleField, at });
    statements.tell.run(lastInsertRowid, at, 'opened', seen.value);
  }

  /** Answers whether it opened again. */
  function seeAgain(row: ProblemRow, seen: Seen, at: Instant): boolean {
    const isOther = row.value !== seen.value;
    const state = row.state === 'dismissed' && !isOther ? 'dismissed' : 'open';
    statements.see.run({ ...seen, id: row.id, state, at });
    const reopens = row.state !== 'open' && state === 'open';
    if (reopens) statements.tell.run(row.id, at, 'reopened', seen.value);
    else if (isOther) statements.tell.run(row.id, at, 'changed', seen.value);
    return reopens;
  }

  return { record, close, add };
}

interface Seen extends Columns {
  readonly name: string;
  readonly search: string;
}

interface Columns {
  readonly severity: string;
  readonly dependsOn: string;
  readonly origin: string;
  readonly value: string | null;
  readonly says: string;
  readonly advice: string;
  readonly detail: string | null;
  readonly suggestion: string | null;
  readonly certain: number;
}

function columnsOf(finding: Finding, { origins }: Found, ruleOf: RuleBook): Columns {
  const { field, severity, dependsOn, value, suggestion } = finding;
  const rule = ruleOf(finding);
  return {
    severity,
    dependsOn,
    value,
    says: rule.says,
    advice: adviceFor(rule, suggestion?.value),
    detail: finding.detail ?? null,
    origin: finding.origin ?? originOf(field, origins),
    suggestion: suggestion?.value ?? null,
    certain: suggestion?.certain ? 1 : 0,
  };
}

/** What the till calls a field; parts of a name may share the column of the whole. */
function originOf(field: string, origins: Readonly<Record<string, string>>): string {
  const ruleField = fieldOfRule(field);
  const own = origins[ruleField] ?? origins[ruleField.slice(ruleField.lastIndexOf('.') + 1)];
  const isName = field === 'title' || field === 'firstName' || field === 'lastName';
  return own ?? (isName ? origins['fullName'] : undefined) ?? '';
}
