import type { DestinationId, Instant, TillKey } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Severity } from '../model/rule-pack.ts';
import type { Suggestion } from './suggest/suggest.ts';
import type { DependsOn } from './verdict.ts';

/** `open`: to be mended. `dismissed`: somebody said why it may stay, until the value changes. `closed`: the till was mended, or the record went. */
export type ProblemState = 'open' | 'dismissed' | 'closed';

/**
 * How a problem closed: its record was mended; it went from the till or the website; it became one with another record; or
 * (`dropped`) nothing is sent to its destination any more.
 */
export const problemEnds = ['mended', 'gone', 'joined', 'dropped'] as const;
export type ProblemEnd = (typeof problemEnds)[number];

/** One thing for staff to mend. It stays the same problem for as long as record, field and rule are the same. */
export interface Problem {
  readonly id: number;
  readonly destination: DestinationId;
  readonly kind: RecordKind;
  readonly key: TillKey;
  /** The person's, article's or sale's name. */
  readonly name: string;
  readonly field: string;
  readonly code: string;
  readonly severity: Severity;
  readonly dependsOn: DependsOn;
  /** The field in the till's own terms: `CUST.EMAIL`; '' for the record as a whole. */
  readonly origin: string;
  /** As it stands in the till; null where it stands empty. */
  readonly value: string | null;
  /** What is wrong, and what to do in the till. */
  readonly says: string;
  readonly advice: string;
  /** Who else is concerned: "Tom Smith (10871) keeps it." Null where nobody is. */
  readonly detail: string | null;
  readonly suggestion: Suggestion | null;
  readonly state: ProblemState;
  readonly dismissedBecause: string | null;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  /** Since when it is closed, and how that came; null while it is not. */
  readonly closedAt: Instant | null;
  readonly closedAs: ProblemEnd | null;
  /** Minor units that wait with it; 0 where nobody has reckoned it. */
  readonly stake: number;
  readonly currency: string | null;
  /** Who sees to it; null where nobody does. */
  readonly assignee: string | null;
}

/** One thing that became of a problem. */
export interface ProblemEvent {
  readonly at: Instant;
  readonly what: 'opened' | 'changed' | ProblemEnd | 'reopened' | 'dismissed';
  /** The value that stood there, or the reason that somebody gave. */
  readonly detail: string | null;
}

/** A row of the table `problem`. */
export interface ProblemRow {
  readonly id: number;
  readonly destination: DestinationId;
  readonly kind: RecordKind;
  readonly key: TillKey;
  readonly field: string;
  readonly code: string;
  readonly severity: Severity;
  readonly depends_on: DependsOn;
  readonly name: string;
  readonly origin: string;
  readonly value: string | null;
  readonly says: string;
  readonly advice: string;
  readonly detail: string | null;
  readonly suggestion: string | null;
  readonly certain: number;
  readonly state: ProblemState;
  readonly dismissed_because: string | null;
  readonly first_seen_at: Instant;
  readonly last_seen_at: Instant;
  readonly closed_at: Instant | null;
  readonly closed_as: ProblemEnd | null;
  readonly stake: number | null;
  readonly currency: string | null;
  readonly assignee: string | null;
}

/** The problem that a row holds. */
export function problemOf(row: ProblemRow): Problem {
  const { id, destination, kind, key, name, field, code, severity, origin, value, says, advice, detail } = row;
  const { state, currency, assignee } = row;
  return {
    id,
    destination,
    kind,
    key,
    name,
    field,
    code,
    severity,
    origin,
    value,
    says,
    advice,
    detail,
    state,
    currency,
    assignee,
    dependsOn: row.depends_on,
    suggestion: row.suggestion === null ? null : { value: row.suggestion, certain: row.certain === 1 },
    dismissedBecause: row.dismissed_because,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    closedAt: row.closed_at,
    closedAs: row.closed_as,
    stake: row.stake ?? 0,
  };
}
