import { z } from 'zod';
import { shaped } from '../conventions/body.ts';
import type { Work } from '../conventions/calls.ts';
import type { Exchange } from '../conventions/exchange.ts';
import { conflict, invalid, notFound } from '../conventions/refusal.ts';
import type { ResourceParts } from '../resources/context.ts';
import type { Store } from '../store/store.ts';
import { post } from './notification.ts';
import { topics } from './subscription.ts';
import type { Subscription } from './subscription.ts';
import type { Webhooks } from './webhooks.ts';

/** What subscriptions are managed with. */
export interface SubscriptionParts extends ResourceParts {
  readonly webhooks: Webhooks;
  readonly closing: AbortSignal;
}

const mostSubscriptions = 25;

const subscriptionBody = z.object({ endpointUrl: z.url(), topics: z.array(z.enum(topics)).min(1) });
const testBody = z.object({ topic: z.enum(topics) });

function freshSecret({ ids }: Store): string {
  return (ids.hex() + ids.hex() + ids.hex()).slice(0, 64);
}

function meant(exchange: Exchange, { subscriptions }: Webhooks): Subscription {
  const found = subscriptions.get(exchange.req.param('id') ?? '');
  if (!found) throw notFound('There is no subscription with this id.', null);
  return found;
}

function document({ store, wire }: SubscriptionParts, subscription: Subscription): object {
  const { id, endpointUrl, createdOn, updatedOn } = subscription;
  return {
    id,
    websiteId: store.facts.id,
    endpointUrl,
    topics: subscription.topics,
    createdOn: wire.time(createdOn),
    updatedOn: wire.time(updatedOn),
  };
}

function refusePlain(endpointUrl: string, { habits }: Store): void {
  if (!endpointUrl.startsWith('https://') && !habits.plainWebhooks) throw invalid("'endpointUrl' must be HTTPS.");
}

/** `GET /1.0/webhook_subscriptions`. */
export function listSubscriptions(parts: SubscriptionParts): Work {
  return () => {
    const webhookSubscriptions = parts.webhooks.subscriptions.all().map((each) => document(parts, each));
    return { status: 200, body: { webhookSubscriptions } };
  };
}

/** `POST /1.0/webhook_subscriptions`: the secret is told here, and never again. */
export function createSubscription(parts: SubscriptionParts): Work {
  const { store, webhooks } = parts;
  return (_exchange, body) => {
    const given = shaped(subscriptionBody, body);
    refusePlain(given.endpointUrl, store);
    if (webhooks.subscriptions.size >= mostSubscriptions) {
      throw conflict('WEBHOOK_SUBSCRIPTION_LIMIT_REACHED', 'A website has at most 25 subscriptions.');
    }
    const [id, secret, now] = [store.ids.uuid(), freshSecret(store), store.now()];
    const subscription = { ...given, id, secret, createdOn: now, updatedOn: now };
    webhooks.subscriptions.put(subscription);
    return { status: 201, body: { ...document(parts, subscription), secret } };
  };
}

/** `GET /1.0/webhook_subscriptions/{id}`. */
export function getSubscription(parts: SubscriptionParts): Work {
  return (exchange) => ({ status: 200, body: document(parts, meant(exchange, parts.webhooks)) });
}

/** `POST /1.0/webhook_subscriptions/{id}`: what it does not say stays. */
export function updateSubscription(parts: SubscriptionParts): Work {
  const { store, webhooks } = parts;
  return (exchange, body) => {
    const before = meant(exchange, webhooks);
    const { endpointUrl = before.endpointUrl, topics: wanted = before.topics } = shaped(
      subscriptionBody.partial(),
      body,
    );
    refusePlain(endpointUrl, store);
    const subscription = { ...before, endpointUrl, topics: wanted, updatedOn: store.now() };
    webhooks.subscriptions.put(subscription);
    return { status: 200, body: document(parts, subscription) };
  };
}

/** `DELETE /1.0/webhook_subscriptions/{id}`. */
export function deleteSubscription({ webhooks }: SubscriptionParts): Work {
  return (exchange) => {
    webhooks.subscriptions.remove(meant(exchange, webhooks).id);
    return { status: 204 };
  };
}

/** `POST …/actions/rotateSecret`: the old secret is of no use from now on. */
export function rotateSecret({ store, webhooks }: SubscriptionParts): Work {
  return (exchange) => {
    const subscription = { ...meant(exchange, webhooks), secret: freshSecret(store), updatedOn: store.now() };
    webhooks.subscriptions.put(subscription);
    return { status: 200, body: { secret: subscription.secret } };
  };
}

/** `POST …/actions/sendTestNotification`: once, and never again. */
export function sendTestNotification({ webhooks, closing }: SubscriptionParts): Work {
  return async (exchange, body) => {
    const subscription = meant(exchange, webhooks);
    const { topic } = shaped(testBody, body);
    const statusCode = await post(subscription, webhooks.bodyFor(subscription, topic, {}), closing);
    return { status: 200, body: { statusCode } };
  };
}
