import type { WritableDatabase } from '../../database/open.ts';
import type { DestinationId, Instant } from '../../model/ids.ts';
import type { WebsiteSettings } from '../../settings/settings.ts';
import type { Problems } from '../../validation/problems.ts';
import { createPairs } from '../join/pairs.ts';
import { daysBefore } from '../runs.ts';
import { notKeyed } from './not-keyed.ts';

/** Which web orders are off the till's stock already. */
export interface KeyedOrders {
  /** Staff keyed it, it is from before we began, or somebody said that it is accounted for. */
  isKeyed(order: { readonly order: string; readonly placedAt: string }): boolean;
  /** Staff keyed it, as far as can be seen. */
  isRecognised(order: string): boolean;
  /** Orders from this moment on are ours to follow; older ones are taken to be in the till. */
  readonly countsFrom: Instant;
}

/** What is looked at. */
export interface KeyedOrdersParts {
  readonly database: WritableDatabase;
  readonly destination: DestinationId;
  readonly problems: Pick<Problems, 'list'>;
  readonly website: Pick<WebsiteSettings, 'keyed' | 'countsFromDays'>;
  readonly at: Instant;
}

/**
 * Which web orders are off the till's stock already, as things stand now. Where staff key none, those from before we began
 * are off it all the same: somebody counted since.
 */
export function keyedOrders({ database, destination, problems, website, at }: KeyedOrdersParts): KeyedOrders {
  const countsFrom = beginning(database, destination, daysBefore(Date.parse(at), website.countsFromDays));
  const pairs = website.keyed ? createPairs(database).all() : [];
  const recognised = new Set<string>(pairs.map(({ order }) => order));
  const said = problems.list({ destination, rule: notKeyed, state: 'dismissed' });
  const accounted = new Set<string>(said.map(({ key }) => key));
  return {
    countsFrom,
    isRecognised: (order) => recognised.has(order),
    isKeyed: ({ order, placedAt }) => placedAt < countsFrom || recognised.has(order) || accounted.has(order),
  };
}

function beginning(database: WritableDatabase, destination: DestinationId, from: Instant): Instant {
  database.prepare('INSERT OR IGNORE INTO stock_start (destination, counts_from) VALUES (?, ?)').run(destination, from);
  return (
    database
      .prepare<[string], Instant>('SELECT counts_from FROM stock_start WHERE destination = ?')
      .pluck()
      .get(destination) ?? from
  );
}
