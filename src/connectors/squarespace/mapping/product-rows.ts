import type { PageRow } from '../../shop-front.ts';
import { webKey } from '../keys.ts';
import type { InventoryItem, WireProduct, WireVariant } from '../wire/product.ts';
import { inOrder } from './fields.ts';

function nameOf({ name }: WireProduct, { attributes }: WireVariant): string | null {
  const values = Object.entries(attributes ?? {})
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, value]) => (typeof value === 'string' && value !== '' ? [value] : []));
  return name !== null && values.length > 0 ? `${name} (${values.join(', ')})` : name;
}

/** The rows of a product: one for each variant, and none for what is only downloaded. */
export function productRows(product: WireProduct): readonly PageRow[] {
  if (product.type === 'DIGITAL') return [];
  return product.variants.map((variant) => {
    const key = webKey(variant.id);
    const { pricing } = variant;
    const cells = inOrder('product', {
      key,
      sku: variant.sku,
      name: nameOf(product, variant),
      price: pricing?.basePrice?.value ?? null,
      currency: pricing?.basePrice?.currency ?? null,
      barcode: variant.gtin,
      active: product.isVisible === null ? null : String(product.isVisible),
      product: product.id,
      kind: product.type,
      // Of what is not on sale it is often 0.00.
      salePrice: pricing?.onSale ? (pricing.salePrice?.value ?? null) : null,
    });
    return { kind: 'product', key, parent: null, cells };
  });
}

/** What is left of a variant, as a row. */
export function stockRow({ variantId, quantity, isUnlimited }: InventoryItem): PageRow {
  const key = webKey(variantId);
  const cells = inOrder('stock', {
    key,
    quantity: typeof quantity === 'number' ? String(quantity) : null,
    unlimited: String(isUnlimited === true),
  });
  return { kind: 'stock', key, parent: null, cells };
}
