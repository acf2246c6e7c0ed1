import type { WritableDatabase } from '../database/open.ts';

/**
 * Minor units of the shop's currency: the sales that wait because something was not sent. A sale waits once, however many
 * faults its customer has: the most that any problem of a record names is what waits with it.
 */
export function moneyWaiting(database: WritableDatabase): number {
  return (
    database
      .prepare<[], number | null>(
        `SELECT sum(most) FROM (SELECT max(stake) AS most FROM problem
           WHERE state = 'open' AND severity = 'block' AND kind <> 'product' AND field <> 'stock' GROUP BY kind, key)`,
      )
      .pluck()
      .get() ?? 0
  );
}
