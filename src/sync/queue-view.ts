import type { QueuedEntry } from '../delivery/queue.ts';
import type { Queue, QueueEntry } from './agent-contract.ts';
import type { Engine } from './engine.ts';
import { createKnownAs, type KnownAs } from './known-as.ts';
import { titleOf } from './title-of.ts';

/** The outbox as people see it. */
export function createQueueView(engine: Engine): Queue {
  const { outbox } = engine;
  return {
    list(filter) {
      const knownAs = createKnownAs(engine);
      return outbox.list(filter).map((entry) => ({ ...seen(entry), reason: reasonOf(entry, knownAs) }));
    },
    retry: (ids) => outbox.retry(ids),
    discard: (ids) => outbox.discard(ids),
  };
}

/** Why an entry has not gone: where it is held for another record, with the name of that one. */
function reasonOf({ reason, seenAs, dependsOn }: QueuedEntry, knownAs: KnownAs): string | null {
  if (seenAs !== 'held' || !dependsOn) return reason;
  const { what, name } = knownAs(dependsOn.kind, dependsOn.key);
  return name === undefined ? reason : `held: ${what}, ${name}, has not been accepted yet`;
}

function seen(entry: QueuedEntry): Omit<QueueEntry, 'reason'> {
  const { id, destination, kind, key, operation, attempts, notBefore, createdAt, seenAs } = entry;
  const title = entry.record ? titleOf(kind, { record: entry.record }) : key;
  return {
    id,
    destination,
    kind,
    key,
    title,
    operation,
    attempts,
    state: seenAs,
    nextTryAt: notBefore,
    queuedAt: createdAt,
  };
}
