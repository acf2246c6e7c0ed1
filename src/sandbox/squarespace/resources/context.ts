import type { Calls } from '../conventions/calls.ts';
import type { Pager } from '../conventions/page.ts';
import type { Wire } from '../conventions/wire.ts';
import type { Store } from '../store/store.ts';

/** What every resource is made from. */
export interface ResourceParts {
  readonly store: Store;
  readonly wire: Wire;
  readonly page: Pager;
  readonly call: Calls;
}
