/** What Squarespace's documentation leaves open, so that a client has to live with either. */
export interface Habits {
  /** Which end of a list of orders, products or transactions comes first. */
  readonly firstComes: 'newest' | 'oldest';
  /** Whether what was changed at `modifiedAfter` or `modifiedBefore` to the millisecond is within. */
  readonly bounds: 'inclusive' | 'exclusive';
  /** What a cursor remembers: the last element told, or how many were told, so that whatever moves shifts all that follow. */
  readonly cursorHolds: 'last' | 'offset';
  /** How an empty list inside a resource is told. */
  readonly emptyLists: 'array' | 'null' | 'mixed';
  /** The digits of a second's fraction. `mixed` leaves out those of a whole second, and has 3, 6 or 9 of any other. */
  readonly fraction: 0 | 3 | 6 | 9 | 'mixed';
  /** The share of resources with a field, or a member of an enumeration, that nobody has heard of; 0 to 1. */
  readonly surprises: number;
  /** The status where the User-Agent is missing. */
  readonly withoutUserAgent: 400 | 403;
  /** Whether a 429 says in a header for how long. */
  readonly saysRetryAfter: boolean;
  /** Whether calls during the cool-down after a 429 begin it anew. */
  readonly coolDownGrows: boolean;
  /** What becomes of the stock in an update of a variant. */
  readonly stockInVariantUpdate: 'ignored' | 'refused';
  /** After how many milliseconds an order shows in the sums of a profile or contact. */
  readonly summaryLag: number;
  /** Whether the `customerId` of an order is the id of the contact. */
  readonly customerIdIsContactId: boolean;
  /** Whether a change of stock is a change of the product. */
  readonly stockBumpsProduct: boolean;
  /** Whether a cancelled order gives its pieces back where nobody says so. */
  readonly restockOnCancel: boolean;
  /** The payment state of an order of which a part was paid back. */
  readonly stateAfterPartialRefund: 'PAID' | 'REFUNDED';
  /** Whether somebody who checks out without an account becomes a contact. */
  readonly guestsBecomeContacts: boolean;
  /** How many milliseconds an uploaded picture is queued and then processed, each. */
  readonly pictureTakes: number;
  /** The share of notifications that come twice; 0 to 1. */
  readonly webhookDuplicates: number;
  /** Whether notifications come in any order. */
  readonly webhooksOutOfOrder: boolean;
  /** Whether notifications may go to an address without TLS, as they must in tests. */
  readonly plainWebhooks: boolean;
}

/** Habits that are hard on a client wherever that changes no meaning. */
export const defaultHabits: Habits = {
  firstComes: 'newest',
  bounds: 'inclusive',
  cursorHolds: 'last',
  emptyLists: 'mixed',
  fraction: 'mixed',
  surprises: 0.05,
  withoutUserAgent: 400,
  saysRetryAfter: false,
  coolDownGrows: false,
  stockInVariantUpdate: 'ignored',
  summaryLag: 60_000,
  customerIdIsContactId: true,
  stockBumpsProduct: false,
  restockOnCancel: false,
  stateAfterPartialRefund: 'PAID',
  guestsBecomeContacts: true,
  pictureTakes: 2_000,
  webhookDuplicates: 0.05,
  webhooksOutOfOrder: true,
  plainWebhooks: false,
};
