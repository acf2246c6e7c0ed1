import type { Instant } from '../../model/ids.ts';
import type { Joining } from './joining.ts';
import { createStandings, type SalePointer } from './pair-row.ts';
import type { Pair } from './pairs.ts';

/**
 * Lays sales over the rows that tell of them. Of a web order that is also a sale of the till, one key is seen and the
 * other hidden; the web order says what was sold, unless it counts as no sale. Inside the caller's transaction.
 */
export function createSaleLayer(joining: Joining, at: Instant) {
  const { overlay, sources } = joining;
  const standingOf = createStandings(joining);

  /** How a row by itself stands; undefined where there is none, or it is gone. */
  function standing(key: string): string | undefined {
    for (const { staging } of sources) {
      const row = staging.row('sale', key);
      if (row) return row.cells === null ? undefined : standingOf(row);
    }
    return undefined;
  }

  function show(key: string, pointer: SalePointer | undefined): void {
    const cells = pointer ? [pointer.content, pointer.standing] : null;
    const stays = !overlay.write('sale', { key, parent: null, cells, vanishedAt: pointer ? null : at });
    // What it points to may say something else than before.
    if (stays) overlay.touch('sale', key);
  }

  /** What a pair is to be read from. */
  function contentOf({ order, sale }: Pair): SalePointer | undefined {
    const [ofOrder, ofSale] = [standing(order), standing(sale)];
    if (ofOrder !== 'sale' && ofSale !== undefined) return { content: sale, standing: ofSale };
    return ofOrder === undefined ? undefined : { content: order, standing: ofOrder };
  }

  /** A sale by itself, which was part of a pair once. */
  function layAlone(key: string): void {
    const own = standing(key);
    show(key, own === undefined ? undefined : { content: key, standing: own });
  }

  return {
    layPair(pair: Pair): void {
      const { order, sale, carrier } = pair;
      show(carrier, contentOf(pair));
      const other = carrier === order ? sale : order;
      overlay.write('sale', { key: other, parent: carrier, cells: null, vanishedAt: null });
    },
    layAlone,
    /** Brings what lies over a sale's row up to date after the row has changed; nothing where nothing does. */
    layAgain(key: string): void {
      const pair = joining.pairs.ofOrder(key) ?? joining.pairs.ofSale(key);
      if (pair) this.layPair(pair);
      else if (overlay.row('sale', key)) layAlone(key);
    },
  };
}
