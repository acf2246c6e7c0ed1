import type { RowKind } from '../../model/record.ts';
import type { Fingerprint } from '../../pos/contract.ts';
import type { FeedPull } from '../../staging/feed-pull.ts';
import type { Staging } from '../../staging/staging.ts';
import type { KnownAs } from '../known-as.ts';

/** What the guards of a read look at, before the read becomes true. */
export interface ReadFacts {
  readonly staging: Staging;
  readonly fingerprint: Fingerprint;
  readonly feeds: ReadonlyMap<RowKind, Pick<FeedPull, 'tally' | 'vanished'>>;
  readonly knownAs: KnownAs;
}
