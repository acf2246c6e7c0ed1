/** What a product can be. */
export const productTypes = ['PHYSICAL', 'SERVICE', 'GIFT_CARD', 'DIGITAL'] as const;
export type ProductType = (typeof productTypes)[number];

/** Weight and size; 0 where they are not known. */
export interface Measurements {
  readonly weight: number;
  readonly length: number;
  readonly width: number;
  readonly height: number;
}

/** One way to buy a product. Amounts are minor units of the site's currency. */
export interface Variant {
  readonly id: string;
  readonly sku: string;
  readonly basePrice: number;
  readonly salePrice: number;
  readonly onSale: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly measurements: Measurements;
  readonly gtin: string | null;
  readonly mpn: string | null;
  readonly imageId: string | null;
}

/** A picture of a product. Its upload is worked on until `readyOn`. */
export interface Picture {
  readonly id: string;
  readonly altText: string;
  readonly uploadedOn: number;
  readonly isBroken: boolean;
}

/** A product of the shop. A DIGITAL one has a price of its own and no variants. */
export interface Product {
  readonly id: string;
  readonly type: ProductType;
  readonly storePageId: string;
  readonly name: string;
  readonly description: string;
  readonly urlSlug: string;
  readonly tags: readonly string[];
  readonly isVisible: boolean;
  readonly seo: { readonly title: string; readonly description: string } | null;
  readonly pictures: readonly Picture[];
  readonly attributeNames: readonly string[];
  readonly variants: readonly Variant[];
  readonly digital: { readonly price: number; readonly fileName: string } | null;
  readonly createdOn: number;
  readonly modifiedOn: number;
}

/** Pieces of a variant. While none are counted, the quantity stays what it last was. */
export interface Stock {
  /** The variant's. */
  readonly id: string;
  readonly sequence: number;
  readonly quantity: number;
  readonly unlimited: boolean;
}

/** A variant with the product that it belongs to. */
export interface OwnedVariant {
  readonly product: Product;
  readonly variant: Variant;
}

/** What one piece costs at the moment. */
export function priceOf({ onSale, salePrice, basePrice }: Variant): number {
  return onSale ? salePrice : basePrice;
}

/** Whether pieces of it can be counted at all. */
export function isCountable({ type }: Product): boolean {
  return type === 'PHYSICAL' || type === 'SERVICE';
}
