import { createCourier } from '../delivery/courier.ts';
import type { Entry } from '../delivery/entry.ts';
import { pendingChanges, type PendingChange } from '../delivery/pending-changes.ts';
import type { DeliveryTally } from '../delivery/tally.ts';
import type { Facts } from '../model/facts.ts';
import type { DestinationId, TillKey } from '../model/ids.ts';
import { decimalFromMinor } from '../model/money.ts';
import { isReadKind, recordKinds, type RecordKind } from '../model/record.ts';
import type { GuardStop, RunOptions } from './agent-contract.ts';
import type { Destination } from './destinations.ts';
import type { Engine } from './engine.ts';
import { createKnownAs } from './known-as.ts';
import { guardPush } from './guards/push-guards.ts';
import { tellOfRefusal, type ArticleFigures } from './stock/stock-problems.ts';
import { createWebArticles } from './stock/web-articles.ts';
import { titleOf } from './title-of.ts';

/** The records that stay here in this run, by destination and kind. */
export type KeptBack = ReadonlyMap<DestinationId, ReadonlyMap<RecordKind, ReadonlySet<TillKey>>>;

/** The first guard that objects to what waits, looked at for every destination before anything leaves for any; and what stays here so that none does. */
export function guardAllPushes(
  engine: Engine,
  { allow = [], hold = [] }: Pick<RunOptions, 'allow' | 'hold'>,
): { readonly stop: GuardStop | undefined; readonly keptBack: KeptBack } {
  const knownAs = createKnownAs(engine);
  const keptBack = new Map<DestinationId, Map<RecordKind, ReadonlySet<TillKey>>>();
  for (const { id, label, connector } of engine.destinations) {
    const ofDestination = new Map<RecordKind, ReadonlySet<TillKey>>();
    keptBack.set(id, ofDestination);
    for (const kind of connector.capabilities.kinds) {
      const held = engine.ledger.count(id, kind);
      // Where nothing is, nothing changes: of a first load, nobody looks through all that waits.
      const changes = (): Iterable<PendingChange> => {
        if (held === 0) return [];
        return kind === 'stock' ? shownChanges(engine, id) : notLetThrough(engine, { destination: id, kind });
      };
      const facts = { kind, label, held, changes, knownAs };
      const verdict = guardPush(facts, { settings: engine.settings.guards, allow, hold });
      if (verdict.stop) return { stop: verdict.stop, keptBack };
      if (verdict.keptBack.size > 0) ofDestination.set(kind, verdict.keptBack);
    }
  }
  return { stop: undefined, keptBack };
}

/** What waits, without removals that a person let through when they were found. */
function* notLetThrough(
  engine: Engine,
  of: { destination: DestinationId; kind: RecordKind },
): Generator<PendingChange> {
  const letThrough = engine.database
    .prepare<[string, string], number>(
      `SELECT 1 FROM let_through JOIN row USING (vanished_at) JOIN feed ON feed.id = row.feed
       WHERE feed.kind = ? AND row.key = ?`,
    )
    .pluck();
  for (const change of pendingChanges(engine.database, of)) {
    const removes = change.operation === 'archive' || change.next?.['active'] === false;
    if (removes && letThrough.get(of.kind, change.key) !== undefined) continue;
    yield change;
  }
}

/** Changes of stock, with what the website would show by them, and shows now: what it was given less what was ordered there. */
function* shownChanges(engine: Engine, destination: DestinationId): Generator<PendingChange> {
  const ordered = new Map(
    createWebArticles(engine.database, destination)
      .all()
      .map((each) => [each.variant, each.ordered]),
  );
  const withShown = (facts: Facts | null, key: TillKey): Facts => {
    const supply = Number(facts?.['supply'] ?? 0);
    return { ...facts, shown: Math.max(0, supply - (ordered.get(key) ?? 0)) };
  };
  for (const change of pendingChanges(engine.database, { destination, kind: 'stock' })) {
    yield { ...change, there: withShown(change.there, change.key), next: withShown(change.next, change.key) };
  }
}

/** Brings to every destination what waits for it; each on its own, so that none waits for another. */
export async function pushAll(
  engine: Engine,
  { signal, onProgress, keptBack }: Pick<RunOptions, 'signal' | 'onProgress'> & { readonly keptBack?: KeptBack },
): Promise<ReadonlyMap<DestinationId, DeliveryTally>> {
  const tallies = await Promise.all(
    engine.destinations.map(async (destination) => {
      const stays = keptBack?.get(destination.id);
      const watch = progressOf(engine, { destination, stays: sizeOf(stays) }, onProgress);
      const courier = createCourier({
        outbox: engine.outbox,
        ledger: engine.ledger,
        destinations: engine.states,
        connector: destination.connector,
        destination: destination.id,
        clock: engine.clock,
        sleep: engine.sleep,
        random: engine.random,
        staysHere: ({ kind, key }) => stays?.get(kind)?.has(key) === true,
        onProgress: watch,
        onRefused: (entry, faults, at) => {
          if (isReadKind(entry.kind)) engine.checker.refused(destination, { entry, faults, at });
          else {
            const about = { ...entry, name: titleIn(entry), faults, article: articleOf(engine, entry) };
            tellOfRefusal({ ...engine, till: engine.staging, destination: destination.id, at }, about);
          }
        },
        // Whatever a far side refused before, it has taken now.
        onDelivered: (entry, at) => {
          if (engine.problems.of(entry).some(({ severity }) => severity === 'block')) {
            engine.checker.again(destination, { ...entry, at });
          }
        },
        onLost: (_id, record, at) => engine.checker.again(destination, { ...record, at }),
      });
      return [destination.id, await courier.run(signal)] as const;
    }),
  );
  return new Map(tallies);
}

/** The till's article behind a figure that the website refused, with that figure as the till has it. */
function articleOf(engine: Engine, { kind, record }: Entry): ArticleFigures | undefined {
  if (!record || !('article' in record)) return undefined;
  const article = engine.records.one('product', record.article)?.record;
  if (!article) return undefined;
  const { stock, price } = article;
  if (kind === 'price')
    return { key: article.key, value: price ? decimalFromMinor(price.minor, price.currency) : null };
  return { key: article.key, value: stock == null ? null : String(stock) };
}

function titleIn({ kind, key, record }: Entry): string {
  return record ? titleOf(kind, { record }) : key;
}

function sizeOf(stays: ReturnType<KeptBack['get']>): number {
  return [...(stays?.values() ?? [])].reduce((sum, { size }) => sum + size, 0);
}

function progressOf(
  engine: Engine,
  { destination: { id }, stays }: { readonly destination: Destination; readonly stays: number },
  tell: RunOptions['onProgress'],
) {
  const startedAt = engine.clock();
  const left = engine.outbox.counts(id);
  const of = left.reduce((sum, { waiting, held }) => sum + waiting + held, -stays);
  return ({ kind, settled }: { kind: RecordKind; settled: number }): void => {
    const seconds = Math.max(0.001, (engine.clock() - startedAt) / 1000);
    tell?.({ stage: 'send', destination: id, kind, sent: settled, of, perSecond: Math.round(settled / seconds) });
  };
}

/** Nothing sent, with what waits all the same: a destination in a run that stopped before its turn. */
export function nothingSent(engine: Engine, { id }: Destination): DeliveryTally['kinds'] {
  const left = engine.outbox.counts(id);
  const entries = recordKinds.map((kind) => {
    const rest = left.find((count) => count.kind === kind);
    const waiting = (rest?.waiting ?? 0) + (rest?.held ?? 0);
    const parked = (rest?.refused ?? 0) + (rest?.parked ?? 0);
    return [kind, { created: 0, updated: 0, unchanged: 0, archived: 0, refused: 0, waiting, parked }] as const;
  });
  return Object.fromEntries(entries) as DeliveryTally['kinds'];
}
