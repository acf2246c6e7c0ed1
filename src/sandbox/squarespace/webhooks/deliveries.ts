import type { Clock } from '../../../support/clock.ts';
import { shuffled } from '../../seeded-random.ts';
import type { Habits } from '../habits.ts';
import type { Collection } from '../store/collection.ts';
import { post } from './notification.ts';
import type { Subscription } from './subscription.ts';

const minute = 60_000;
const hour = 60 * minute;

/** After which times a notification that was not taken is sent again; the last is 48 hours after the first try. */
const pauses = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 15 * hour, 24 * hour + 24 * minute] as const;

/** The notifications that are on their way. Nothing leaves by itself: time is the test's. */
export interface Deliveries {
  add(subscriptionId: string, body: string): void;
  /** Sends whatever is due, each once, in an order that chance decides where that is a habit. Answers how many were sent. */
  deliverDue(): Promise<number>;
  /** How many are still to be taken. */
  readonly waiting: number;
}

/** What deliveries are made from. */
export interface DeliveryParts {
  readonly subscriptions: Collection<Subscription>;
  readonly habits: Pick<Habits, 'webhookDuplicates' | 'webhooksOutOfOrder'>;
  readonly random: () => number;
  readonly now: Clock;
  readonly closing: AbortSignal;
}

interface Delivery {
  readonly subscriptionId: string;
  readonly body: string;
  readonly tries: number;
  readonly dueOn: number;
}

/** Nothing is on its way yet. */
export function createDeliveries({ subscriptions, habits, random, now, closing }: DeliveryParts): Deliveries {
  let waiting: Delivery[] = [];

  function again({ tries, ...delivery }: Delivery): void {
    const pause = pauses[tries];
    if (pause !== undefined) waiting.push({ ...delivery, tries: tries + 1, dueOn: now() + pause });
    else subscriptions.remove(delivery.subscriptionId);
  }

  async function send(delivery: Delivery): Promise<void> {
    const subscription = subscriptions.get(delivery.subscriptionId);
    if (!subscription) return;
    const status = await post(subscription, delivery.body, closing);
    if (status < 200 || status > 299) again(delivery);
    else if (random() < habits.webhookDuplicates) await post(subscription, delivery.body, closing);
  }

  return {
    add: (subscriptionId, body) => void waiting.push({ subscriptionId, body, tries: 0, dueOn: now() }),
    async deliverDue() {
      const due = waiting.filter(({ dueOn }) => dueOn <= now());
      waiting = waiting.filter((each) => !due.includes(each));
      for (const delivery of habits.webhooksOutOfOrder ? shuffled(due, random) : due) await send(delivery);
      return due.length;
    },
    get waiting() {
      return waiting.length;
    },
  };
}
