import type { Customer } from '../model/customer.ts';
import type { TillKey } from '../model/ids.ts';
import { toE164 } from '../model/phone-number.ts';
import type { Product } from '../model/product.ts';
import { readKinds, type AnyRecord, type ReadKind } from '../model/record.ts';
import type { Sale } from '../model/sale.ts';
import { inTurn } from '../support/in-turn.ts';
import type { Engine } from './engine.ts';
import { titleOf } from './title-of.ts';

/** What is wanted of everything that fits a text. */
export interface FindOptions {
  /** So many at most; 20 where nothing is said. */
  readonly limit?: number;
  /** Of one kind alone. */
  readonly kind?: ReadKind;
}

/** A record that fits, and whether the text is its whole number or name, or only a part of something. */
export interface Match {
  readonly kind: ReadKind;
  readonly key: TillKey;
  readonly exact: boolean;
}

/** So many answers a person can look through. */
const answersShown = 20;

/** Everything kept here that fits a text: what is called just so comes first, and after it the kinds take turns. */
export function lookUp(engine: Engine, wanted: string, { limit = answersShown, kind: only }: FindOptions): Match[] {
  if (wanted === '') return [];
  const kinds = only ? [only] : readKinds;
  const found = kinds.map((kind) => {
    const isExact = exactness(engine, kind, wanted);
    return engine.view.search(kind, wanted, limit).map((key) => ({ kind, key: key as TillKey, exact: isExact(key) }));
  });
  const exact = found.flatMap((matches) => matches.filter((match) => match.exact));
  const parts = found.map((matches) => matches.filter((match) => !match.exact));
  return [...exact, ...inTurn(parts)].slice(0, limit);
}

function exactness(engine: Engine, kind: ReadKind, wanted: string): (key: string) => boolean {
  const text = wanted.toLowerCase();
  const shown = kind === 'product' ? text : (engine.joining?.overlay.shownAs(kind, wanted) ?? wanted).toLowerCase();
  const phone = toE164(wanted, engine.settings.shop.country);
  const read = engine.records.reader(kind);
  return (key) => {
    if (key.toLowerCase() === shown) return true;
    const row = engine.view.row(kind, key);
    if (!row?.cells) return false;
    const { record } = read(row);
    return namesOf(kind, record).some((name) => name != null && (name.toLowerCase() === text || name === phone));
  };
}

/** Everything by which people call one record and no other. */
function namesOf(kind: ReadKind, record: AnyRecord): readonly (string | null | undefined)[] {
  switch (kind) {
    case 'customer': {
      const { firstName, lastName, company, email, phone, mobile } = record as Customer;
      const name = [firstName, lastName].filter(Boolean).join(' ');
      return [name, titleOf(kind, { record }), company, email, phone, mobile];
    }
    case 'product': {
      const { name, sku, barcode } = record as Product;
      return [name, sku, barcode];
    }
    case 'sale':
      return [(record as Sale).reference];
  }
}
