import { unmeasured } from '../../store/load-product.ts';
import type { Variant } from '../../store/product.ts';
import type { Store } from '../../store/store.ts';
import type { VariantCreation } from './product-bodies.ts';
import { changedVariant } from './variant-rules.ts';

/** A new variant. Throws 400 for amounts and units that are not the site's. */
export function createVariant(store: Store, given: VariantCreation): Variant {
  const blank = {
    id: store.ids.uuid(),
    sku: given.sku,
    basePrice: 0,
    salePrice: 0,
    onSale: false,
    attributes: {},
    measurements: unmeasured,
    gtin: null,
    mpn: null,
    imageId: null,
  };
  return changedVariant(store, blank, given);
}

/** The pieces that a new variant begins with; none, where nobody says. */
export function stockVariant({ catalogue }: Store, id: string, stock: VariantCreation['stock']): void {
  catalogue.setStock(id, stock ?? { quantity: 0, unlimited: false });
}
