import type { WritableDatabase } from '../../database/open.ts';
import type { Instant } from '../../model/ids.ts';
import type { RecordKind } from '../../model/record.ts';
import { groupWords } from '../../validation/problem-words.ts';
import type { MendingTime } from './host-contract.ts';

interface Mended {
  readonly kind: RecordKind;
  readonly field: string;
  readonly code: string;
  readonly says: string;
  /** How long it had been open. */
  readonly hours: number;
}

const hour = 3_600_000;

/** How long problems stayed open that were mended since a moment, by rule, the one mended most often first. */
export function createMendingTimes(database: WritableDatabase): (since: Instant) => readonly MendingTime[] {
  const mended = database.prepare<[Instant], Omit<Mended, 'hours'> & { at: Instant; opened: Instant }>(`
    SELECT problem.kind, problem.rule_field AS field, problem.code, problem.says, event.at, coalesce(
      (SELECT at FROM problem_event AS before WHERE before.problem = event.problem AND before.id < event.id
        AND before.what IN ('opened', 'reopened') ORDER BY before.id DESC LIMIT 1), problem.first_seen_at) AS opened
    FROM problem_event AS event JOIN problem ON problem.id = event.problem
    WHERE event.what = 'mended' AND event.at >= ?`);

  return (since) => {
    const all = mended.all(since).map(({ at, opened, ...rule }) => ({
      ...rule,
      hours: Math.max(0, Date.parse(at) - Date.parse(opened)) / hour,
    }));
    return [...Map.groupBy(all, ({ kind, field, code }) => `${kind} ${field} ${code}`).values()]
      .flatMap(timeOf)
      .sort((one, other) => other.mended - one.mended || other.medianHours - one.medianHours);
  };
}

function timeOf(same: readonly Mended[]): readonly MendingTime[] {
  const [first] = same;
  if (!first) return [];
  const { kind, field, code, says } = first;
  const title = groupWords({ field, code, says, count: same.length });
  return [{ kind, field, code, title, mended: same.length, medianHours: medianOf(same.map(({ hours }) => hours)) }];
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const high = sorted[Math.ceil((sorted.length - 1) / 2)] ?? low;
  return (low + high) / 2;
}
