import { heldFor, type QueuedEntry } from '../delivery/queue.ts';
import type { Queue, QueueEntry } from './agent-contract.ts';
import type { Engine } from './engine.ts';
import { createKnownAs, subjectWords, type KnownAs } from './known-as.ts';
import { titleOf } from './title-of.ts';

/** The outbox as people see it. */
export function createQueueView(engine: Engine): Queue {
  const { outbox } = engine;
  return {
    list(filter) {
      const knownAs = createKnownAs(engine);
      return outbox.list(filter).map((entry) => seen(entry, knownAs));
    },
    retry: (ids) => outbox.retry(ids),
    discard: (ids) => outbox.discard(ids),
  };
}

function seen(entry: QueuedEntry, knownAs: KnownAs): QueueEntry {
  const { id, destination, kind, key, operation, attempts, notBefore, createdAt, seenAs, dependsOn } = entry;
  const isHeld = seenAs === 'held' && dependsOn !== null;
  const reason = isHeld ? heldFor(subjectWords(knownAs(dependsOn.kind, dependsOn.key))) : entry.reason;
  const title = entry.record ? titleOf(kind, { record: entry.record }) : key;
  return {
    id,
    destination,
    kind,
    key,
    title,
    operation,
    attempts,
    reason,
    state: seenAs,
    nextTryAt: notBefore,
    queuedAt: createdAt,
  };
}
