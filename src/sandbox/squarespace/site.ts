/** One way to buy a product. */
export interface SiteVariant {
  readonly sku: string;
  /** Decimal text in the site's currency. */
  readonly price: string;
  /** Set where it is on sale. */
  readonly salePrice?: string;
  /** Pieces; null where none are counted. */
  readonly stock: number | null;
  readonly gtin?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A product of a site's shop. */
export interface SiteProduct {
  readonly name: string;
  readonly type?: 'PHYSICAL' | 'SERVICE' | 'GIFT_CARD' | 'DIGITAL';
  readonly visible?: boolean;
  readonly createdOn?: string;
  readonly variants: readonly SiteVariant[];
}

/** A postal address as somebody typed it into a checkout. */
export interface SiteAddress {
  readonly firstName: string;
  readonly lastName: string;
  readonly address1: string;
  readonly address2?: string;
  readonly city: string;
  readonly state?: string;
  readonly countryCode: string;
  readonly postalCode: string;
  readonly phone?: string;
}

/** Somebody whom the site knows. */
export interface SiteContact {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly locale?: string;
  readonly createdOn: string;
  /** When they agreed to marketing, and when they took it back. */
  readonly joinedOn?: string;
  readonly leftOn?: string;
  readonly address?: SiteAddress;
}

/** An order; its sums follow from its parts. The stock that a site starts with has its orders taken off already. */
export interface SiteOrder {
  readonly orderNumber: string;
  readonly email: string | null;
  readonly createdOn: string;
  /** When it was last changed; `createdOn` where this is absent. */
  readonly modifiedOn?: string;
  readonly billing?: SiteAddress;
  readonly lines: readonly { readonly sku: string; readonly quantity: number; readonly unitPrice?: string }[];
  readonly discount?: { readonly name: string; readonly promoCode?: string; readonly amount: string };
  readonly shipping?: { readonly method: string; readonly amount: string };
  /** What was paid back so far. */
  readonly refunded?: string;
  readonly paymentState?: string;
  readonly fulfillmentStatus?: 'PENDING' | 'FULFILLED' | 'CANCELED';
  readonly testmode?: boolean;
  readonly channel?: string;
}

/** Everything that a site starts with. */
export interface SiteContent {
  readonly title: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly products: readonly SiteProduct[];
  readonly contacts: readonly SiteContact[];
  readonly orders: readonly SiteOrder[];
}
