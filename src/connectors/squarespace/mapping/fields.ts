import { shopFrontFields } from '../../shop-front.ts';

/** What orders and contacts alike say of somebody. */
const somebody = [
  'key',
  'firstName',
  'lastName',
  'email',
  'phone',
  'line1',
  'line2',
  'town',
  'county',
  'postcode',
  'country',
] as const;

/** The fields of each kind of row that we make, in the order of their cells. */
export const fields = {
  sale: ['key', 'customerKey', 'soldAt', 'currency', 'total', 'promoCode', 'reference', ...shopFrontFields.sale],
  saleLine: [
    'key',
    'saleKey',
    'sku',
    'description',
    'quantity',
    'unitPrice',
    'discount',
    'lineTotal',
    ...shopFrontFields.saleLine,
  ],
  buyer: [...somebody, ...shopFrontFields.buyer],
  customer: [...somebody, 'marketingEmail', 'consentedAt', 'firstSeenAt'],
  product: ['key', 'sku', 'name', 'price', 'currency', 'barcode', 'active', ...shopFrontFields.product],
  stock: shopFrontFields.stock,
} as const;

/** The kinds of row that we make. */
export type MadeKind = keyof typeof fields;

/** The cells of a row by the names of its fields. */
export type CellsOf<K extends MadeKind> = Readonly<Record<(typeof fields)[K][number], string | null>>;

/** The cells in the order of their fields. */
export function inOrder<K extends MadeKind>(kind: K, cells: CellsOf<K>): readonly (string | null)[] {
  const byName: Readonly<Record<string, string | null>> = cells;
  return fields[kind].map((field) => byName[field] ?? null);
}

/** What people on the site call each field, and where they find it. */
export const origins: Readonly<Record<MadeKind, Readonly<Record<string, string>>>> = {
  sale: {
    key: 'Orders: id',
    customerKey: 'Orders: Customer email',
    soldAt: 'Orders: Date',
    currency: 'Orders: Total',
    total: 'Orders: Total less refunds',
    promoCode: 'Orders: Promo code',
    reference: 'Orders: Order number',
    standing: 'Orders: Status',
    placedAt: 'Orders: Date',
    orderNumber: 'Orders: Order number',
    email: 'Orders: Customer email',
  },
  saleLine: {
    key: 'Orders: Items',
    saleKey: 'Orders: id',
    sku: 'Orders: Item SKU',
    description: 'Orders: Item',
    quantity: 'Orders: Item quantity',
    unitPrice: 'Orders: Item price',
    discount: 'Orders: Discount',
    lineTotal: 'Orders: Item total',
    variant: 'Orders: Item variant',
  },
  buyer: {
    key: 'Orders: Customer email',
    firstName: 'Orders: Billing first name',
    lastName: 'Orders: Billing last name',
    email: 'Orders: Customer email',
    phone: 'Orders: Billing phone',
    line1: 'Orders: Billing address 1',
    line2: 'Orders: Billing address 2',
    town: 'Orders: Billing city',
    county: 'Orders: Billing county',
    postcode: 'Orders: Billing postcode',
    country: 'Orders: Billing country',
    orderedAt: 'Orders: Date',
  },
  customer: {
    key: 'Contacts: id',
    firstName: 'Contacts: First name',
    lastName: 'Contacts: Last name',
    email: 'Contacts: Email',
    phone: 'Contacts: Phone',
    line1: 'Contacts: Address 1',
    line2: 'Contacts: Address 2',
    town: 'Contacts: City',
    county: 'Contacts: Region',
    postcode: 'Contacts: Postcode',
    country: 'Contacts: Country',
    marketingEmail: 'Contacts: Marketing',
    consentedAt: 'Contacts: Marketing since',
    firstSeenAt: 'Contacts: Created',
  },
  product: {
    key: 'Products: Variant',
    sku: 'Products: SKU',
    name: 'Products: Title',
    price: 'Products: Price',
    currency: 'Products: Price',
    barcode: 'Products: GTIN',
    active: 'Products: Visibility',
    product: 'Products: id',
    kind: 'Products: Type',
    salePrice: 'Products: Sale price',
  },
  stock: { key: 'Inventory: Variant', quantity: 'Inventory: Stock', unlimited: 'Inventory: Unlimited' },
};
