import type { Instant, LocalDate } from '../../model/ids.ts';
import type { ShopHabits } from '../reading.ts';
import { noteCleaning } from '../reading.ts';
import type { CellReader } from './cell.ts';
import { valueCell } from './cell.ts';
import { dayOf, momentOf } from './date.ts';

const tillsOwnForm = /^\d{4}-\d\d-\d\d/;

/** A day of the calendar. Forms other than the till's own `YYYY-MM-DD` are noted as cleaned. */
export function dayCell(field: string, shop: ShopHabits): CellReader<LocalDate> {
  return valueCell(field, 'bad_date', (text, notebook) => {
    const after = dayOf(text, shop.country);
    if (after && !tillsOwnForm.test(text)) noteCleaning(notebook, { field, before: text, after });
    return after;
  });
}

/** A moment, as clocks in the shop's zone show it. */
export function momentCell(field: string, shop: ShopHabits): CellReader<Instant> {
  return valueCell(field, 'bad_date', (text) => momentOf(text, shop));
}
