import { instantOf, type Instant } from '../../model/ids.ts';
import { instantFromWallClock } from '../../model/wall-clock.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { Engine } from '../engine.ts';
import { noWebsite } from './say-alias.ts';

/**
 * The till's stock was counted when the shop's clocks showed this (now, where nothing is said): web orders from before are
 * off it, whether they were keyed or not. Answers the moment. Throws a `TillbridgeError` ('settings') where there is no such
 * moment, or no website.
 */
export function stockTaking({ database, settings, clock, shopFront }: Engine, shown: string | undefined): Instant {
  if (!shopFront) throw noWebsite();
  const at = shown === undefined ? instantOf(clock()) : instantFromWallClock(shown, settings.shop.timeZone);
  if (at === undefined) {
    throw new TillbridgeError('settings', `reading the moment "${shown ?? ''}": there is no such day or time`, {
      hint: 'Write it as 2026-11-20T18:30.',
    });
  }
  database
    .prepare(
      `INSERT INTO stock_start (destination, counts_from) VALUES (?, ?)
       ON CONFLICT DO UPDATE SET counts_from = excluded.counts_from`,
    )
    .run(shopFront.id, at);
  return at;
}
