import type { WritableDatabase } from '../../database/open.ts';
import type { MemberName } from '../../identity/person.ts';
import type { Joining } from './joining.ts';

/**
 * Makes the sales of a customer be judged again, because they belong to another person now. Sales that no destination has
 * judged yet will be judged anyway. Inside the caller's transaction.
 */
export function createSaleTouch(database: WritableDatabase, { overlay, sources }: Joining) {
  const judged =
    database.prepare<[], number | null>("SELECT max(through) FROM checked WHERE kind = 'sale'").pluck().get() ?? 0;
  return ({ source, key }: MemberName): void => {
    const staging = sources.find(({ id }) => id === source)?.staging;
    if (!staging || judged === 0) return;
    for (const sale of staging.children('sale', key)) {
      const shown = overlay.shownAs('sale', sale.key);
      if (overlay.touch('sale', shown)) continue;
      if (sale.id <= judged) staging.touch('sale', sale.key);
    }
  };
}
