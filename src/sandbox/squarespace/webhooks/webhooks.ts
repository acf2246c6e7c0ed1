import type { Wire } from '../conventions/wire.ts';
import { createCollection } from '../store/collection.ts';
import type { Collection } from '../store/collection.ts';
import type { SiteEvent } from '../store/events.ts';
import type { Store } from '../store/store.ts';
import { createDeliveries } from './deliveries.ts';
import type { Deliveries } from './deliveries.ts';
import { dataOf } from './notification.ts';
import type { Subscription, Topic } from './subscription.ts';

/** Who wants to be told of what happens at a site, and what they are still to be told. */
export interface Webhooks extends Deliveries {
  readonly subscriptions: Collection<Subscription>;
  /** The body of a notification; each has an id of its own. */
  bodyFor(subscription: Subscription, topic: Topic, data: object): string;
}

/** Listens to what happens at a site, and tells of it whoever subscribed by then. */
export function createWebhooks(parts: {
  store: Store;
  wire: Wire;
  random: () => number;
  closing: AbortSignal;
}): Webhooks {
  const { store, wire, random, closing } = parts;
  const { habits, now, ids, facts, events } = store;
  const subscriptions = createCollection<Subscription>();
  const deliveries = createDeliveries({ subscriptions, habits, random, now, closing });

  function bodyFor({ id: subscriptionId }: Subscription, topic: Topic, data: object): string {
    const createdOn = wire.time(now());
    return JSON.stringify({ id: ids.uuid(), websiteId: facts.id, subscriptionId, topic, createdOn, data });
  }

  events.listen((event: SiteEvent) => {
    for (const subscription of subscriptions.all()) {
      if (!subscription.topics.includes(event.topic)) continue;
      deliveries.add(subscription.id, bodyFor(subscription, event.topic, dataOf(store, wire, event)));
    }
  });

  return {
    subscriptions,
    bodyFor,
    add: deliveries.add,
    deliverDue: deliveries.deliverDue,
    get waiting() {
      return deliveries.waiting;
    },
  };
}
