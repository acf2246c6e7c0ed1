/** How an order can change, in the words of its webhook. */
export type OrderUpdate = 'FULFILLED' | 'REFUNDED' | 'CANCELED' | 'MARKED_PENDING' | 'EMAIL_UPDATED';

/** Something that happened at the site. */
export type SiteEvent =
  | { readonly topic: 'order.create'; readonly orderId: string }
  | { readonly topic: 'order.update'; readonly orderId: string; readonly update: OrderUpdate }
  | { readonly topic: 'contact.create' | 'contact.update' | 'contact.delete'; readonly contactId: string }
  | {
      readonly topic: 'address.create' | 'address.update' | 'address.delete';
      readonly contactId: string;
      readonly entryId: string;
    };

/** Tells whoever listens what happened, right after it did. */
export interface Events {
  emit(event: SiteEvent): void;
  listen(listener: (event: SiteEvent) => void): void;
}

/** Nobody listens yet. */
export function createEvents(): Events {
  const listeners: ((event: SiteEvent) => void)[] = [];
  return {
    emit: (event) => listeners.forEach((listener) => listener(event)),
    listen: (listener) => void listeners.push(listener),
  };
}
