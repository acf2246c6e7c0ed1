import { instantOf, type TillKey } from '../../model/ids.ts';
import type { RecordKind } from '../../model/record.ts';
import { joinedSource } from '../../staging/overlay.ts';
import type { Destination } from '../destinations.ts';
import type { Engine } from '../engine.ts';
import { joinRules } from './rules.ts';

/** A key that is hidden behind another one, and yet known to a destination. */
interface Retired {
  readonly key: TillKey;
  readonly into: TillKey;
}

/**
 * Offers a destination to merge what it has under keys that are hidden behind others now; where it cannot merge them, to
 * put them away at once, because whom they stood for is there under the other key. Of what it can neither merge nor put
 * away, staff are told. Offering again what waits or is done already changes nothing.
 */
export function retireKeys(engine: Engine, destination: Destination): void {
  if (!engine.joining) return;
  const { kinds, archives, merges } = destination.connector.capabilities;
  const offer = engine.database.transaction((kind: 'customer' | 'sale') => {
    for (const retired of retiredAt(engine, destination, kind)) {
      if (merges.includes(kind)) merge(engine, destination, { ...retired, kind });
      else if (archives.includes(kind)) archive(engine, destination, { ...retired, kind });
      else tellStaff(engine, destination, { ...retired, kind });
    }
  });
  for (const kind of ['customer', 'sale'] as const) if (kinds.includes(kind)) offer.immediate(kind);
}

/** CROSS JOIN: from the hidden keys to their rows in the ledger, never through all of the ledger. */
function retiredAt({ database }: Engine, { id }: Destination, kind: string): readonly Retired[] {
  return database
    .prepare<[{ source: string; kind: string; destination: string }], Retired>(
      `SELECT row.key AS key, row.parent AS "into" FROM feed CROSS JOIN row ON row.feed = feed.id
       CROSS JOIN ledger ON ledger.destination = $destination AND ledger.kind = $kind AND ledger.key = row.key
       WHERE feed.source = $source AND feed.kind = $kind AND row.content IS NULL AND row.parent IS NOT NULL
         AND ledger.archived_at IS NULL ORDER BY row.key`,
    )
    .all({ source: joinedSource, kind, destination: id });
}

type OfKind = Retired & { readonly kind: RecordKind };

function merge({ outbox, clock }: Engine, { id }: Destination, { key, into, kind }: OfKind): void {
  const at = instantOf(clock());
  outbox.offer({ destination: id, kind, key, operation: 'merge', record: null, into, hash: 'merge', at });
}

function archive({ outbox, clock }: Engine, { id }: Destination, { key, kind }: OfKind): void {
  outbox.offer({
    destination: id,
    kind,
    key,
    operation: 'archive',
    record: null,
    hash: 'archive',
    at: instantOf(clock()),
  });
}

function tellStaff({ problems, clock }: Engine, { id }: Destination, { key, into, kind }: OfKind): void {
  const finding = {
    field: '',
    code: 'counted_twice',
    severity: 'warn',
    value: null,
    dependsOn: 'content',
    detail: `It is sent as ${into}.`,
  } as const;
  problems.add({
    destination: id,
    kind,
    key,
    name: () => key,
    findings: [finding],
    at: instantOf(clock()),
    pack: ownRules,
    origins: {},
  });
}

const ownRules = { rules: joinRules };
