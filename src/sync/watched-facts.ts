import type { Facts } from '../delivery/entry.ts';
import type { Customer } from '../model/customer.ts';
import { decimalFromMinor } from '../model/money.ts';
import type { Product } from '../model/product.ts';
import type { AnyRecord, RecordKind } from '../model/record.ts';

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
    case 'sale':
      return null;
  }
}
