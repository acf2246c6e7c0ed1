import { instantOf, type RemoteId, type TillKey } from '../../model/ids.ts';
import type { StagedRow } from '../../staging/staging.ts';
import type { Destination } from '../destinations.ts';
import type { Engine } from '../engine.ts';
import { createAskedThrough, type JoinedKind } from './asked-through.ts';
import { goByKey } from './go-by-key.ts';
import type { Joining } from './joining.ts';
import { sourcesOfPerson } from './person-row.ts';

/** So many records are asked about at once: most have one other key, and a question takes a hundred. */
const recordsATime = 90;

/**
 * Asks a destination which key it has of whatever was joined since it was last asked, where our ledger knows none of them,
 * and goes by that key from now on: so a database that was lost makes no second contact. What the destination has besides
 * is noted in the ledger, to be merged. Throws a `TillbridgeError` where it cannot be asked: then nothing may be offered to
 * it, and what was not asked yet is asked the next time.
 */
export async function adoptKeys(engine: Engine, destination: Destination, signal: AbortSignal): Promise<void> {
  const { joining } = engine;
  if (!joining) return;
  for (const kind of ['customer', 'sale'] as const) {
    if (destination.connector.capabilities.kinds.includes(kind))
      await adoptKind({ engine, joining, destination, kind }, signal);
  }
}

interface Asking {
  readonly engine: Engine;
  readonly joining: Joining;
  readonly destination: Destination;
  readonly kind: JoinedKind;
}

/** A record that was joined, and the other keys under which a destination may know it. */
interface Candidate {
  readonly key: TillKey;
  readonly others: readonly TillKey[];
}

/** What a destination has, by our keys. */
type Found = ReadonlyMap<TillKey, RemoteId>;

async function adoptKind(asking: Asking, signal: AbortSignal): Promise<void> {
  const { engine, joining, destination, kind } = asking;
  const asked = createAskedThrough(engine.database);
  for (;;) {
    const rows = joining.overlay.changes(kind, asked.of(destination.id, kind), recordsATime);
    const last = rows.at(-1);
    if (!last) return;
    signal.throwIfAborted();
    const candidates = rows.flatMap((row) => candidateOf(asking, row) ?? []);
    const found = await ask(asking, candidates, signal);
    engine.database
      .transaction(() => {
        for (const candidate of candidates) adopt(asking, candidate, found);
        asked.reached(destination.id, kind, last.id);
      })
      .immediate();
  }
}

/** A record that the destination may have under another key than ours; undefined where our ledger knows which it has. */
function candidateOf({ engine, joining, destination, kind }: Asking, row: StagedRow): Candidate | undefined {
  const key = row.key as TillKey;
  const others = kind === 'customer' ? membersOf(row) : sidesOf(joining, key);
  const all = new Set([key, ...others]);
  const isKnown = [...all].some((each) => engine.ledger.has({ destination: destination.id, kind, key: each }));
  all.delete(key);
  return isKnown || all.size === 0 ? undefined : { key, others: [...all] };
}

function membersOf({ cells }: StagedRow): TillKey[] {
  return sourcesOfPerson(cells ?? []).members.map(([, , key]) => key as TillKey);
}

function sidesOf({ pairs }: Joining, key: TillKey): TillKey[] {
  const pair = pairs.ofOrder(key) ?? pairs.ofSale(key);
  return pair ? [pair.order, pair.sale] : [];
}

/** The other keys first: only where one of them is there does it matter whether ours is there too. */
async function ask(
  { destination, kind }: Asking,
  candidates: readonly Candidate[],
  signal: AbortSignal,
): Promise<Found> {
  const found = new Map<TillKey, RemoteId>();
  const look = async (keys: readonly TillKey[]): Promise<void> => {
    if (keys.length === 0) return;
    for (const { key, remoteId } of await destination.connector.find(kind, keys, signal)) found.set(key, remoteId);
  };
  await look(candidates.flatMap(({ others }) => others));
  await look(candidates.filter(({ others }) => others.some((key) => found.has(key))).map(({ key }) => key));
  return found;
}

function adopt({ engine, joining, destination, kind }: Asking, { key, others }: Candidate, found: Found): void {
  const there = others.filter((other) => found.has(other));
  const [to] = there;
  if (to === undefined) return;
  const at = instantOf(engine.clock());
  for (const each of there) {
    const remoteId = found.get(each) ?? null;
    // No content has this hash: what the destination has is compared with ours at the next check.
    const subject = { destination: destination.id, kind, key: each, hash: 'found there', remoteId };
    engine.ledger.delivered({ ...subject, watched: null, uniques: null, at });
  }
  if (!found.has(key)) goByKey(engine, joining, { kind, key, to });
}
