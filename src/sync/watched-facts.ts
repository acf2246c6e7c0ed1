import type { Facts } from '../model/facts.ts';
import type { Customer } from '../model/customer.ts';
import { decimalFromMinor } from '../model/money.ts';
import type { Product } from '../model/product.ts';
import type { AnyRecord, RecordKind } from '../model/record.ts';
import type { ShelfPrice } from '../model/shelf-price.ts';
import type { StockLevel } from '../model/stock-level.ts';

/** What the guards compare between what is about to be sent and what was sent last. No personal data: only whether there is an e-mail. */
export function watchedFacts(kind: RecordKind, record: AnyRecord): Facts | null {
  switch (kind) {
    case 'customer': {
      const { email } = record as Customer;
      return email === undefined ? null : { email: email !== null };
    }
    case 'product': {
      const { price, stock, active } = record as Product;
      return {
        ...(price ? { price: decimalFromMinor(price.minor, price.currency) } : {}),
        ...(stock === undefined ? {} : { stock }),
        ...(active === undefined ? {} : { active }),
      };
    }
    case 'stock':
      return { supply: (record as StockLevel).supply };
    case 'price': {
      const { price } = record as ShelfPrice;
      return { price: decimalFromMinor(price.minor, price.currency) };
    }
    case 'sale':
      return null;
  }
}
