import type { WritableDatabase } from '../../database/open.ts';
import type { DestinationId, TillKey } from '../../model/ids.ts';
import type { Staging } from '../../staging/staging.ts';

/** One order's pieces of one variant. */
export interface OrderedPieces {
  readonly order: TillKey;
  readonly variant: TillKey;
  readonly pieces: number;
  /** As the shop front reads it: `sale`, `open`, `void` or `test`. */
  readonly standing: string;
  readonly placedAt: string;
  /** The row that said so: what came later has a higher one. */
  readonly changed: number;
}

/** What was ordered on a shop front, by order and variant, kept in step with its orders as they are staged. */
export interface OrderedStock {
  /** Takes in the orders that changed since the last time. */
  update(front: Staging): void;
  /** Every order's pieces of every variant. */
  all(): IterableIterator<OrderedPieces>;
}

/** Whether the shop front took the pieces of such an order off its stock. A cancelled order is taken to have been put back. */
export function isTaken({ standing }: Pick<OrderedPieces, 'standing'>): boolean {
  return standing === 'sale' || standing === 'open';
}

/** So many orders are looked through in one transaction. */
const ordersATime = 1000;

/** What was ordered on one shop front, in our own database. */
export function createOrderedStock(database: WritableDatabase, destination: DestinationId): OrderedStock {
  const through = database
    .prepare<[string, string], number>('SELECT through FROM ordered_through WHERE destination = ? AND kind = ?')
    .pluck();
  const reached = database.prepare<[string, string, number]>(
    `INSERT INTO ordered_through (destination, kind, through) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET through = excluded.through`,
  );
  // An order that says the same about its pieces keeps its old mark: whatever else changed of it moved no stock.
  const keep = database.prepare<[string, string, string, number, string, string, number]>(
    `INSERT INTO ordered_piece (destination, order_key, variant, pieces, standing, placed_at, changed)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET pieces = excluded.pieces, standing = excluded.standing, placed_at = excluded.placed_at,
       changed = excluded.changed
     WHERE pieces <> excluded.pieces OR standing <> excluded.standing`,
  );
  const known = database
    .prepare<[string, string], string>('SELECT variant FROM ordered_piece WHERE destination = ? AND order_key = ?')
    .pluck();
  const drop = database.prepare<[string, string, string]>(
    'DELETE FROM ordered_piece WHERE destination = ? AND order_key = ? AND variant = ?',
  );
  const all = database.prepare<[string], OrderedPieces>(
    `SELECT order_key AS "order", variant, pieces, standing, placed_at AS placedAt, changed FROM ordered_piece
     WHERE destination = ? ORDER BY order_key, variant`,
  );

  function take(front: Staging, order: string): void {
    const row = front.row('sale', order);
    const { fields } = front.feed('sale');
    const cell = (name: string): string => row?.cells?.[fields.indexOf(name)] ?? '';
    const pieces = row?.cells ? piecesOf(front, order) : new Map<string, number>();
    for (const variant of known.all(destination, order)) {
      if (!pieces.has(variant)) drop.run(destination, order, variant);
    }
    const standing = cell('standing');
    const placedAt = cell('placedAt');
    for (const [variant, count] of pieces) {
      keep.run(destination, order, variant, count, standing, placedAt, row?.id ?? 0);
    }
  }

  const takeAll = database.transaction((front: Staging, orders: readonly string[]) => {
    for (const order of orders) take(front, order);
  });

  function* changed(front: Staging, kind: 'sale' | 'saleLine'): Generator<string> {
    const after = through.get(destination, kind) ?? 0;
    const upTo = front.feed(kind).lastRow;
    if (kind === 'saleLine') {
      yield* front.changedParents(kind, { after, upTo });
      return;
    }
    for (let from = after; from < upTo;) {
      const rows = front.changes(kind, { after: from, upTo, limit: ordersATime });
      for (const { key } of rows) yield key;
      from = rows.at(-1)?.id ?? upTo;
    }
  }

  return {
    update(front) {
      const ends = { sale: front.feed('sale').lastRow, saleLine: front.feed('saleLine').lastRow };
      const orders = [...new Set([...changed(front, 'sale'), ...changed(front, 'saleLine')])];
      for (let i = 0; i < orders.length; i += ordersATime) takeAll.immediate(front, orders.slice(i, i + ordersATime));
      for (const [kind, end] of Object.entries(ends)) reached.run(destination, kind, end);
    },
    all: () => all.iterate(destination),
  };
}

function piecesOf(front: Staging, order: string): Map<string, number> {
  const { fields } = front.feed('saleLine');
  const [variantAt, quantityAt] = [fields.indexOf('variant'), fields.indexOf('quantity')];
  const pieces = new Map<string, number>();
  for (const { cells } of front.children('saleLine', order)) {
    const variant = cells?.[variantAt];
    const quantity = Number(cells?.[quantityAt] ?? 0);
    if (variant == null || !(quantity > 0)) continue;
    pieces.set(variant, (pieces.get(variant) ?? 0) + quantity);
  }
  return pieces;
}
