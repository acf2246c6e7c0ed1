import type { WritableDatabase } from '../database/open.ts';
import type { Destinations as DestinationStates } from '../delivery/destinations.ts';
import type { Ledger } from '../delivery/ledger.ts';
import type { Outbox } from '../delivery/outbox.ts';
import type { Till } from '../pos/contract.ts';
import type { Settings } from '../settings/settings.ts';
import type { Staging } from '../staging/staging.ts';
import type { View } from '../staging/view.ts';
import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';
import type { Problems } from '../validation/problems.ts';
import type { CallLog } from './host/call-log.ts';
import type { Checker } from './checker.ts';
import type { Destination } from './destinations.ts';
import type { Joining } from './join/joining.ts';
import type { Records } from './records.ts';
import type { Runs } from './runs.ts';
import type { SaidByHand } from './said-by-hand.ts';
import type { ShopFrontSource } from './shop-front-source.ts';

/** Everything of one home folder, opened once and shared by whatever the agent is asked to do. */
export interface Engine {
  readonly home: string;
  readonly settings: Settings;
  readonly database: WritableDatabase;
  /** The till's rows. */
  readonly staging: Staging;
  /** The shop's website, where there is one. */
  readonly shopFront: ShopFrontSource | undefined;
  /** The rows of which records are made, whichever source gave them. */
  readonly view: View;
  /** What makes one customer of several, and one sale of two; absent where there is nothing to join. */
  readonly joining: Joining | undefined;
  /** What people said: who is whom, which variant is which article. */
  readonly said: SaidByHand;
  readonly records: Records;
  readonly problems: Problems;
  readonly checker: Checker;
  readonly outbox: Outbox;
  readonly ledger: Ledger;
  readonly states: DestinationStates;
  readonly destinations: readonly Destination[];
  readonly runs: Runs;
  readonly calls: CallLog;
  readonly clock: Clock;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly log: Log;
  /** Passwords and keys, from the environment or the keychain. */
  readonly secretFor: (id: string) => Promise<string | undefined>;
  /** Where the list of problems opens in the shop's network; null where it does not. */
  readonly listAddress: () => string | null;
  /** The till, opened when it is first needed: what is kept here can be seen without it. */
  till(): Promise<Till>;
}
