import { instantOf, type TillKey } from '../../model/ids.ts';
import { joinedSource } from '../../staging/overlay.ts';
import type { Destination } from '../destinations.ts';
import type { Engine } from '../engine.ts';
import { titleOf } from '../title-of.ts';
import type { JoinedKind } from './asked-through.ts';
import { joinRules } from './rules.ts';

/** Something that a destination has and ought not to have any more. */
interface Superfluous {
  readonly kind: JoinedKind;
  readonly key: TillKey;
  /** The record that stands for the same; null where nothing does. */
  readonly into: TillKey | null;
}

/**
 * Sees to what a destination has and ought not to have any more: what it has under keys that are hidden behind others now
 * is merged into those, and orders that were cancelled are put away. What it cannot merge it puts away at once, because
 * whom that stood for is there under the other key; of what it can neither merge nor put away, staff are told. Offering
 * again what waits or is done already changes nothing.
 */
export function retireKeys(engine: Engine, destination: Destination): void {
  if (!engine.joining) return;
  const { kinds } = destination.connector.capabilities;
  const retire = engine.database.transaction((all: readonly Superfluous[]) => {
    for (const each of all) retireOne(engine, destination, each);
  });
  for (const kind of ['customer', 'sale'] as const) {
    if (kinds.includes(kind)) retire.immediate(hiddenAt(engine, destination, kind));
  }
  if (kinds.includes('sale')) retire.immediate(cancelledAt(engine, destination));
}

/** CROSS JOIN: from the few to their rows in the ledger, never through all of the ledger. */
const knownThere = `CROSS JOIN ledger ON ledger.destination = $destination AND ledger.kind = feed.kind AND ledger.key = row.key
  WHERE feed.source = $source AND feed.kind = $kind AND ledger.archived_at IS NULL`;

function hiddenAt({ database }: Engine, { id }: Destination, kind: JoinedKind): readonly Superfluous[] {
  return database
    .prepare<[Record<'source' | 'kind' | 'destination', string>], Superfluous>(
      `SELECT feed.kind, row.key, row.parent AS "into" FROM feed CROSS JOIN row ON row.feed = feed.id ${knownThere}
         AND row.content IS NULL AND row.parent IS NOT NULL ORDER BY row.key`,
    )
    .all({ source: joinedSource, kind, destination: id });
}

/** Orders that were sent as sales and are none any more. */
function cancelledAt({ database, joining, shopFront }: Engine, { id }: Destination): readonly Superfluous[] {
  if (!joining || !shopFront) return [];
  const place = shopFront.staging.feed('sale').fields.indexOf('standing');
  const cancelled = database
    .prepare<[Record<'source' | 'kind' | 'destination' | 'place', string>], Superfluous>(
      `SELECT feed.kind, row.key, NULL AS "into" FROM feed CROSS JOIN row ON row.feed = feed.id ${knownThere}
         AND json_extract(row.content, $place) <> 'sale' ORDER BY row.key`,
    )
    .all({ source: shopFront.id, kind: 'sale', destination: id, place: `$[${place}]` });
  // What lies over an order says itself what it counts as.
  return cancelled.filter(({ key }) => joining.overlay.row('sale', key) === undefined);
}

function retireOne(engine: Engine, destination: Destination, { kind, key, into }: Superfluous): void {
  const { archives, merges } = destination.connector.capabilities;
  const offer = { destination: destination.id, kind, key, record: null, at: instantOf(engine.clock()) };
  if (into !== null && merges.includes(kind))
    engine.outbox.offer({ ...offer, operation: 'merge', into, hash: 'merge' });
  else if (archives.includes(kind)) engine.outbox.offer({ ...offer, operation: 'archive', hash: 'archive' });
  else tellStaff(engine, destination, { kind, key, into });
}

const ownRules = { rules: joinRules };

function tellStaff(engine: Engine, { id }: Destination, { kind, key, into }: Superfluous): void {
  const reading = engine.records.one(kind, into ?? key);
  const finding = {
    field: '',
    code: into === null ? 'cancelled_but_kept' : 'counted_twice',
    severity: 'warn',
    value: null,
    dependsOn: 'content',
    ...(into === null ? {} : { detail: `The one that stays is ${into}.` }),
  } as const;
  engine.problems.add({
    destination: id,
    kind,
    key,
    name: () => (reading ? titleOf(kind, reading) : key),
    findings: [finding],
    at: instantOf(engine.clock()),
    pack: ownRules,
    origins: {},
  });
}
