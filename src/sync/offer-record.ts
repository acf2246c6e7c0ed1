import { hash } from 'node:crypto';
import type { Outbox } from '../delivery/outbox.ts';
import type { DestinationId, Instant, TillKey } from '../model/ids.ts';
import type { ReadKind, RecordOf } from '../model/record.ts';
import type { RulePack } from '../model/rule-pack.ts';
import { watchedFacts } from './watched-facts.ts';

/** A record that passed its check, on its way into the outbox. */
export interface Passed<K extends ReadKind> {
  readonly destination: DestinationId;
  readonly pack: RulePack<K>;
  readonly record: RecordOf[K];
  readonly at: Instant;
}

/** Offers a record to a destination: with its content's hash, what guards watch, what must be unique, and whom it names. */
export function offerRecord<K extends ReadKind>(outbox: Outbox, { destination, pack, record, at }: Passed<K>): void {
  const text = JSON.stringify(record);
  const owner = pack.reference?.key(record) ?? null;
  outbox.offer({
    destination,
    kind: pack.kind,
    key: record.key,
    operation: 'upsert',
    record,
    text,
    hash: hash('sha256', text, 'base64url'),
    watched: watchedFacts(pack.kind, record),
    uniques: uniquesOf(pack, record),
    dependsOn: pack.reference && owner !== null ? { kind: pack.reference.to, key: owner as TillKey } : null,
    at,
  });
}

function uniquesOf<K extends ReadKind>({ unique }: RulePack<K>, record: RecordOf[K]): Record<string, string> | null {
  let values: Record<string, string> | null = null;
  for (const { field, claim } of unique) {
    const value = claim(record);
    if (value === null) continue;
    values ??= {};
    values[field] = value;
  }
  return values;
}
