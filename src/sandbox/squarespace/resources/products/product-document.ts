import type { Wire } from '../../conventions/wire.ts';
import type { Picture, Product, Variant } from '../../store/product.ts';
import type { Store } from '../../store/store.ts';

/** What documents are made from. */
export interface DocumentParts {
  readonly store: Store;
  readonly wire: Wire;
}

/** A picture as the Products API tells it. */
export function pictureDocument({ id, altText }: Picture, orderIndex: number): object {
  return {
    id,
    altText,
    url: `https://images.example.com/${id}.jpg`,
    orderIndex,
    originalSize: { width: 1500, height: 1500 },
    availableFormats: ['100w', '300w', '500w'],
  };
}

function pricingDocument(wire: Wire, { basePrice, salePrice, onSale }: Variant): object {
  return { basePrice: wire.money(basePrice), salePrice: wire.money(salePrice), onSale };
}

function measurementsDocument({ weight, length, width, height }: Variant['measurements']): object {
  return {
    weight: { unit: 'KILOGRAM', value: weight },
    dimensions: { unit: 'CENTIMETER', length, width, height },
  };
}

/** A variant as the Products API tells it, in the shape of its product's type. */
export function variantDocument({ store, wire }: DocumentParts, product: Product, variant: Variant): object {
  const { id, sku, attributes, gtin, mpn, imageId, measurements } = variant;
  if (product.type === 'GIFT_CARD') {
    return { id, sku, pricing: { basePrice: wire.money(variant.basePrice) }, attributes };
  }
  const { quantity = 0, unlimited = true } = store.catalogue.stock.get(id) ?? {};
  const place = product.pictures.findIndex((each) => each.id === imageId);
  const picture = product.pictures[place];
  return {
    id,
    sku,
    pricing: pricingDocument(wire, variant),
    stock: { quantity, unlimited },
    attributes,
    image: picture ? pictureDocument(picture, place) : null,
    ...(product.type === 'PHYSICAL' && { shippingMeasurements: measurementsDocument(measurements), gtin, mpn }),
    ...wire.extras(id),
  };
}

function goodsDocument(parts: DocumentParts, product: Product): object {
  const { digital, attributeNames, variants, id } = product;
  if (digital) {
    return {
      pricing: { basePrice: parts.wire.money(digital.price), salePrice: parts.wire.money(0), onSale: false },
      digitalGood: { id, filename: digital.fileName },
    };
  }
  return {
    variantAttributes: parts.wire.list(attributeNames, `${id} variantAttributes`),
    variants: variants.map((variant) => variantDocument(parts, product, variant)),
  };
}

/** A product as the Products API tells it, in the shape of its type. */
export function productDocument(parts: DocumentParts, product: Product): object {
  const { wire } = parts;
  const { id, type, storePageId, name, description, urlSlug, tags, isVisible, seo, pictures } = product;
  return {
    id,
    type,
    storePageId,
    name,
    description,
    url: `https://shop.example.com/${urlSlug}`,
    urlSlug,
    tags: wire.list(tags, `${id} tags`),
    isVisible,
    seoOptions: seo,
    ...goodsDocument(parts, product),
    images: wire.list(pictures.map(pictureDocument), `${id} images`),
    createdOn: wire.time(product.createdOn),
    modifiedOn: wire.time(product.modifiedOn),
    ...wire.extras(id),
  };
}
