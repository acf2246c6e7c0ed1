import { conflict, invalid, notFound } from '../../conventions/refusal.ts';
import type { Measurements, Product, Variant } from '../../store/product.ts';
import type { Store } from '../../store/store.ts';
import { amountIn } from '../amount.ts';
import type { VariantUpdate } from './product-bodies.ts';

function measured(
  before: Measurements,
  { weight, dimensions }: NonNullable<VariantUpdate['shippingMeasurements']>,
): Measurements {
  if ((weight && weight.unit !== 'KILOGRAM') || (dimensions && dimensions.unit !== 'CENTIMETER')) {
    throw invalid('The units are not those of the website.', 'MEASUREMENT_STANDARD_MISMATCH');
  }
  const { length, width, height } = dimensions ?? before;
  return { weight: weight?.value ?? before.weight, length, width, height };
}

/** The variant after a change. Throws 400 for amounts and units that are not the site's. */
export function changedVariant(store: Store, before: Variant, edit: VariantUpdate): Variant {
  const { sku, pricing, attributes, shippingMeasurements, gtin, mpn } = edit;
  return {
    ...before,
    sku: sku ?? before.sku,
    basePrice: pricing?.basePrice ? amountIn(store, pricing.basePrice) : before.basePrice,
    salePrice: pricing?.salePrice ? amountIn(store, pricing.salePrice) : before.salePrice,
    onSale: pricing?.onSale ?? before.onSale,
    attributes: attributes ?? before.attributes,
    measurements: shippingMeasurements ? measured(before.measurements, shippingMeasurements) : before.measurements,
    gtin: gtin === undefined ? before.gtin : gtin,
    mpn: mpn === undefined ? before.mpn : mpn,
  };
}

function printOf({ attributes }: Variant): string {
  return JSON.stringify(Object.entries(attributes).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Throws where the variants of a product cannot stand beside each other. */
export function checkVariants({ variants, attributeNames }: Pick<Product, 'variants' | 'attributeNames'>): void {
  if (new Set(variants.map(({ sku }) => sku)).size < variants.length) {
    throw conflict('SKU_UNAVAILABLE', 'The SKU is in use by the requested product.');
  }
  const wanted = attributeNames.toSorted().join('\n');
  if (variants.some(({ attributes }) => Object.keys(attributes).toSorted().join('\n') !== wanted)) {
    throw invalid('Every variant must have a value for each attribute of its product, and no others.');
  }
  if (new Set(variants.map(printOf)).size < variants.length) {
    throw invalid('Every variant must have another combination of attributes.');
  }
}

/** The variant of this product with this id. Throws 404 where it has none. */
export function variantOf({ variants }: Product, id: string): Variant {
  const found = variants.find((each) => each.id === id);
  if (!found) throw notFound('The product has no variant with this id.', 'PRODUCT_VARIANT_NOT_FOUND');
  return found;
}
