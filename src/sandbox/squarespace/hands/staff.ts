import type { Store } from '../store/store.ts';
import { createOrderDesk } from './order-desk.ts';
import type { OrderDesk } from './order-desk.ts';
import { createStockRoom } from './stock-room.ts';
import type { StockRoom } from './stock-room.ts';

/** What the shop's people do in Squarespace itself. No rule of the API holds them back. */
export interface Staff extends OrderDesk, StockRoom {}

/** The people of a store's shop. */
export function createStaff(store: Store): Staff {
  return { ...createOrderDesk(store), ...createStockRoom(store) };
}
