/** What can be subscribed to. Stock and products are not among it. */
export const topics = [
  'order.create',
  'order.update',
  'contact.create',
  'contact.update',
  'contact.delete',
  'address.create',
  'address.update',
  'address.delete',
  'extension.uninstall',
] as const;
export type Topic = (typeof topics)[number];

/** Somebody who wants to be told of what happens. */
export interface Subscription {
  readonly id: string;
  readonly endpointUrl: string;
  readonly topics: readonly Topic[];
  /** In hexadecimal digits; told once, when it is made. */
  readonly secret: string;
  readonly createdOn: number;
  readonly updatedOn: number;
}
