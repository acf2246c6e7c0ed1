import { priceOf } from './product.ts';
import type { OwnedVariant, ProductType } from './product.ts';
import type { OrderLine } from './order.ts';
import type { Store } from './store.ts';

const lineTypes: Readonly<Record<ProductType, string>> = {
  PHYSICAL: 'PHYSICAL_PRODUCT',
  SERVICE: 'SERVICE',
  GIFT_CARD: 'GIFT_CARD',
  DIGITAL: 'DIGITAL',
};

/** A line of an order for pieces of a variant, at today's price where none is given. */
export function lineFor(
  { ids }: Store,
  { product, variant }: OwnedVariant,
  { quantity, unitPrice = priceOf(variant) }: { quantity: number; unitPrice?: number | undefined },
): OrderLine {
  return {
    id: ids.uuid(),
    type: lineTypes[product.type],
    variantId: variant.id,
    sku: variant.sku,
    productId: product.id,
    productName: product.name,
    options: Object.entries(variant.attributes).map(([optionName, value]) => ({ optionName, value })),
    quantity,
    unitPrice,
  };
}

/** A line for a download: it has neither variant nor article number. */
export function digitalLineFor(
  { ids }: Store,
  product: { readonly id: string; readonly name: string },
  { quantity, unitPrice }: { quantity: number; unitPrice: number },
): OrderLine {
  const { id: productId, name: productName } = product;
  return {
    id: ids.uuid(),
    type: lineTypes.DIGITAL,
    variantId: null,
    sku: null,
    productId,
    productName,
    options: [],
    quantity,
    unitPrice,
  };
}

/** A line for something that the shop does not sell any more. */
export function goneLineFor(
  { ids }: Store,
  { sku, quantity, unitPrice }: { sku: string; quantity: number; unitPrice: number },
): OrderLine {
  return {
    id: ids.uuid(),
    type: lineTypes.PHYSICAL,
    variantId: ids.uuid(),
    sku,
    productId: ids.hex(),
    productName: 'Article no longer sold',
    options: [],
    quantity,
    unitPrice,
  };
}
