import type { DestinationId, Instant, TillKey } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Cleaning } from '../validation/reading.ts';
import type { KeyedOrderView, PersonView } from './join/people-contract.ts';

/** One station on a record's way. */
export interface TrailStep {
  readonly step: 'till' | 'staged' | 'checked' | 'sent' | 'accepted';
  /** Null for what happens before destinations matter. */
  readonly destination: DestinationId | null;
  /** `not-yet` where nothing is wrong and it has simply not come so far. */
  readonly state: 'done' | 'not-yet' | 'problem';
  readonly at: Instant | null;
  /** What happened there, or why not. */
  readonly says: string;
}

/** The way of one customer, article or sale, from the till to every destination. */
export interface Trail {
  readonly kind: RecordKind;
  readonly key: TillKey;
  /** The person's, article's or sale's name. */
  readonly title: string;
  /** Whether the text that was looked for is its whole number or name; else it is only a part of something that is known of it. */
  readonly exact: boolean;
  /** Who tells of it. */
  readonly source: 'till' | 'website' | 'both';
  /** For a customer who was made of several, or is known from the website: who they are at each source. */
  readonly person?: PersonView;
  /** For a web order that staff keyed into the till: the two that are this one sale. */
  readonly keyedOrder?: KeyedOrderView;
  /** What is sent otherwise than it stands in the till, without changing its meaning; `origin` is the till's name for the field. */
  readonly cleanings: readonly (Cleaning & { readonly origin: string })[];
  readonly steps: readonly TrailStep[];
}
