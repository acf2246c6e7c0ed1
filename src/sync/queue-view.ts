import type { QueuedEntry } from '../delivery/queue.ts';
import type { Queue, QueueEntry } from './agent-contract.ts';
import type { Engine } from './engine.ts';
import { titleOf } from './title-of.ts';

/** The outbox as people see it. */
export function createQueueView({ outbox }: Engine): Queue {
  return {
    list: (filter) => outbox.list(filter).map(seen),
    retry: (ids) => outbox.retry(ids),
    discard: (ids) => outbox.discard(ids),
  };
}

function seen(entry: QueuedEntry): QueueEntry {
  const { id, destination, kind, key, operation, attempts, notBefore, createdAt, reason, seenAs } = entry;
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
