/** Everything that the content of a sample shop depends on. Equal frames make equal shops, to the last byte. */
export interface ShopFrame {
  readonly seed: number;
  /** The day on which the shop is looked at, `YYYY-MM-DD`: nothing sound in it is later than the day before. */
  readonly asOf: string;
  /** How many rows each table has; lines and payments follow from sales. */
  readonly customers: number;
  readonly products: number;
  readonly sales: number;
}

/** Tells the chance of one table apart from that of another. */
export const streams = {
  customer: 1,
  product: 2,
  sale: 3,
  dirt: 4,
  customerPlan: 5,
  productPlan: 6,
  salePlan: 7,
  webPerson: 8,
  webProduct: 9,
  webOrder: 10,
} as const;
