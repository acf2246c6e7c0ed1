import { z } from 'zod';
import type { Currency } from '../../model/money.ts';
import { currency } from '../../model/money.ts';
import type { ShopHabits } from '../reading.ts';
import type { CellReader } from './cell.ts';
import { textCell, truthCell, valueCell, wholeNumberCell } from './cell.ts';
import { momentCell } from './moment-cell.ts';
import { minorUnits } from './number.ts';
import { cleanLine } from './plain-text.ts';

/** How each field of a product is read. `currency` must be read before the price. */
export function productCell(field: string, shop: ShopHabits): CellReader {
  switch (field) {
    case 'currency':
      return currencyCell(field);
    case 'price':
      return valueCell(field, 'wrong_type', (text, notebook) => {
        const minor = minorUnits(text, notebook.currency);
        return minor === undefined ? undefined : { minor, currency: notebook.currency };
      });
    case 'stock':
      return wholeNumberCell(field);
    case 'active':
      return truthCell(field);
    case 'updatedAt':
      return momentCell(field, shop);
    case 'barcode':
      return textCell(field, (text) => cleanLine(text).replace(/(?<=\d)[ -](?=\d)/g, ''));
    default:
      return textCell(field, cleanLine);
  }
}

const currencyText = z.string().trim().toUpperCase().pipe(currency);

/** A currency's code; amounts behind it in the row are read in it. */
export function currencyCell(field: string): CellReader<Currency> {
  return valueCell(field, 'wrong_type', (text, notebook) => {
    const code = currencyText.safeParse(text).data;
    if (code !== undefined) notebook.currency = code;
    return code;
  });
}

/** An amount in minor units of the row's currency. */
export function amountCell(field: string): CellReader<number> {
  return valueCell(field, 'wrong_type', (text, notebook) => minorUnits(text, notebook.currency));
}
