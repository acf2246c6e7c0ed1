import type { WritableDatabase } from '../../database/open.ts';
import { createIdentity } from '../../identity/identity.ts';
import type { Identity } from '../../identity/person.ts';
import type { FeedKind } from '../../model/record.ts';
import type { PeopleSettings } from '../../settings/settings.ts';
import { createOverlay, type Overlay } from '../../staging/overlay.ts';
import type { Staging } from '../../staging/staging.ts';
import { createPairs, type Pairs } from './pairs.ts';
import { personFields } from './person-row.ts';
import { saleOverlayFields } from './pair-row.ts';

/** A source of customers and sales. */
export interface JoinedSource {
  readonly id: string;
  readonly channel: 'pos' | 'web';
  /** As people call it: "Till", "Website". */
  readonly label: string;
  readonly staging: Staging;
  /** The kinds of its rows that tell of customers. */
  readonly customers: readonly Extract<FeedKind, 'customer' | 'buyer'>[];
}

/** What makes one customer of several, and one sale of two. */
export interface Joining {
  readonly identity: Identity;
  readonly overlay: Overlay;
  readonly pairs: Pairs;
  /** The till first. */
  readonly sources: readonly JoinedSource[];
}

/** What joining is made from. */
export interface JoiningParts {
  readonly database: WritableDatabase;
  readonly till: { readonly id: string; readonly staging: Staging };
  readonly shopFront: { readonly id: string; readonly staging: Staging } | undefined;
  readonly people: PeopleSettings;
}

/** What joins the customers and sales of these sources; undefined where there is nothing to join, which costs nothing then. */
export function createJoining({ database, till, shopFront, people }: JoiningParts): Joining | undefined {
  if (!shopFront && people.join !== 'always') return undefined;
  const overlay = createOverlay(database);
  overlay.declare('customer', personFields);
  overlay.declare('sale', saleOverlayFields);
  const tillSource: JoinedSource = {
    ...till,
    channel: 'pos',
    label: 'Till',
    // Those whom nobody may join are seen as the till has them.
    customers: people.join === 'never' ? [] : ['customer'],
  };
  const website: readonly JoinedSource[] = shopFront
    ? [{ ...shopFront, channel: 'web', label: 'Website', customers: ['customer', 'buyer'] }]
    : [];
  return {
    identity: createIdentity(database, people),
    overlay,
    pairs: createPairs(database),
    sources: [tillSource, ...website],
  };
}
