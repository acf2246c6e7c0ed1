import type { Hono } from 'hono';
import type { ExchangeEnv } from '../conventions/exchange.ts';
import {
  createSubscription,
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  rotateSecret,
  sendTestNotification,
  updateSubscription,
} from './manage-subscriptions.ts';
import type { SubscriptionParts } from './manage-subscriptions.ts';

const path = '/1.0/webhook_subscriptions';

/** The Webhook Subscriptions API, for tokens alone. */
export function routeWebhooks(app: Hono<ExchangeEnv>, parts: SubscriptionParts): void {
  const { call } = parts;
  const reading = { api: 'webhooks', needs: 'read' } as const;
  const bare = { api: 'webhooks', needs: 'write' } as const;
  const writing = { ...bare, body: 'application/json' } as const;
  app.get(path, call(reading, listSubscriptions(parts)));
  app.post(path, call(writing, createSubscription(parts)));
  app.get(`${path}/:id`, call(reading, getSubscription(parts)));
  app.post(`${path}/:id`, call(writing, updateSubscription(parts)));
  app.delete(`${path}/:id`, call(bare, deleteSubscription(parts)));
  app.post(`${path}/:id/actions/rotateSecret`, call(bare, rotateSecret(parts)));
  app.post(`${path}/:id/actions/sendTestNotification`, call(writing, sendTestNotification(parts)));
}
