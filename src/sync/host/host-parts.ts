import type { Keychain } from '../../settings/keychain.ts';
import type { Chance, Clock } from '../../support/clock.ts';
import type { StaffDoor } from './staff-door.ts';

/** What a home of the invented shop needs while it is open: its destinations, which live on this computer. */
export interface SampleInUse {
  /** Environment variables with the sandboxes' keys. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Ends the sandboxes. */
  close(): Promise<void>;
}

/** Makes homes of the invented shop. */
export interface SampleMaker {
  /** Fills a folder that has no shop yet: settings, profile, till. The sandboxes run when it answers. */
  make(home: string): Promise<SampleInUse>;
  /** Starts the sandboxes of a home that was made so; undefined for a home of anybody else. */
  resume(home: string): Promise<SampleInUse | undefined>;
}

/** What a host is made from. */
export interface HostParts {
  /** The home folder, absolute; it need not be there yet. */
  readonly home: string;
  /** Where passwords and keys may stand; the keychain is asked for what is not there. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: Clock;
  /** Absent: the machine's own. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly random?: Chance;
  readonly keychain?: Keychain;
  /** Absent: staff come in nowhere. */
  readonly staffDoor?: StaffDoor;
  /** Absent: there is no invented shop to be had here. */
  readonly sample?: SampleMaker;
}
