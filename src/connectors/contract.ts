import type { z } from 'zod';
import type { Facts } from '../model/facts.ts';
import type { Instant, RemoteId, TillKey } from '../model/ids.ts';
import type { AnyRecord, ReadKind, RecordKind } from '../model/record.ts';
import type { Fault, RulePack } from '../model/rule-pack.ts';
import type { OnCall } from './http/client.ts';
import type { ShopFront } from './shop-front.ts';

/** What a connector answered for one entry. Each is handled by one row of the policy in `delivery/next-state.ts`. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly remoteId: RemoteId; readonly created: boolean | 'unknown' }
  | { readonly kind: 'unchanged'; readonly remoteId?: RemoteId }
  /** The far side took it and will answer later: `follow` asks. */
  | { readonly kind: 'accepted'; readonly jobId: string }
  /**
   * With `scope: 'record'` the far side answered, and only this record has to go again, in another batch; else the request
   * failed as a whole. `partly`: the watched facts as far as it can take them now; they go first, and the whole after them.
   */
  | {
      readonly kind: 'retry';
      readonly reason: string;
      readonly mayHaveArrived: boolean;
      readonly scope?: 'record';
      readonly partly?: Facts;
    }
  /** Slows this destination; costs no attempt. */
  | { readonly kind: 'throttled'; readonly until: Instant }
  /** Becomes a problem for staff. `held` is what the destination has of it now, where it took a part all the same. */
  | { readonly kind: 'refused'; readonly faults: readonly Fault[]; readonly held?: Facts }
  /** The request as a whole was refused, without saying which record is to blame: the batch is halved. */
  | { readonly kind: 'indivisible'; readonly reason: string }
  /** Nothing will be taken until the owner acts. */
  | { readonly kind: 'halted'; readonly reason: string; readonly hint: string };

/**
 * What is asked for a record: put it there as it is here (`lower`: the same, and it goes before everything else, because
 * it takes something off sale), make it one with another record that stands for the same thing, or put it away there.
 */
export const operations = ['lower', 'upsert', 'merge', 'archive'] as const;
export type Operation = (typeof operations)[number];

/** One record on its way, as a connector sees it. */
export interface Parcel {
  /** Ours, unique in its batch: a far side's answer is matched by it, never by position. */
  readonly ref: string;
  readonly kind: RecordKind;
  readonly key: TillKey;
  readonly operation: Operation;
  /** Null for `archive` of a record whose content is gone, and for `merge`. Fields absent here are left as they are there; null clears. */
  readonly record: AnyRecord | null;
  /** The watched facts of the record as the destination has it, by our ledger, when the batch was first made; absent where it has none. */
  readonly held?: Facts;
  /** The record into which this one is to be merged; only for `merge`. A refusal with the code `into_unknown` says that it is not there. */
  readonly into?: TillKey;
}

/** Parcels of one kind and one operation, which travel in one request. */
export interface Batch {
  /** 1 to 64 of `A-Za-z0-9_-`; the same batch sent again carries the same one, another batch never does. */
  readonly idempotencyKey: string;
  readonly kind: RecordKind;
  readonly operation: Operation;
  readonly parcels: readonly Parcel[];
}

/** What a connector can do, as data: the courier and the preview plan by it. */
export interface Capabilities {
  /** What it takes, in the order in which it must be sent. */
  readonly kinds: readonly RecordKind[];
  /** What it can put away. Other kinds that vanish from the till become problems. */
  readonly archives: readonly RecordKind[];
  /** What it can merge. Of other kinds, the one that is no longer meant is put away as soon as it may be. */
  readonly merges: readonly RecordKind[];
  /**
   * The kinds that it is sent as a change to what it has, by `Parcel.held`; absent where there is none. A batch of them that
   * may have arrived goes again under its own key or not at all, and not after `keyLasts` milliseconds.
   */
  readonly changes?: { readonly kinds: readonly RecordKind[]; readonly keyLasts: number };
  readonly batch: { readonly records: number; readonly bytes: number };
  /** Requests in any sliding window; null where there is no limit. */
  readonly rate: { readonly requests: number; readonly perMilliseconds: number } | null;
  /** How many requests may be under way at once. */
  readonly concurrency: number;
  /** `key`: the far side replays an answer for a repeated idempotency key. `natural`: sending twice is the same as once. `none`: after an unclear answer `find` must be asked. */
  readonly idempotency: 'key' | 'natural' | 'none';
}

/** What a connection test found, in words for the owner; with the currency (ISO 4217) where the far side has one of its own. */
export type ConnectionCheck =
  | { readonly ok: true; readonly account: string; readonly detail: string; readonly currency?: string }
  | { readonly ok: false; readonly what: string; readonly hint: string };

/** What the far side holds under one of our keys. */
export interface Held {
  readonly key: TillKey;
  readonly remoteId: RemoteId;
}

/** A destination, ready for use. Throws only for defects; whatever a far side may do is an outcome. */
export interface Connector {
  readonly capabilities: Capabilities;
  /** What this destination demands of a kind that is read from rows; undefined where it does not take it. */
  rules<K extends ReadKind>(kind: K): RulePack<K> | undefined;
  check(signal: AbortSignal): Promise<ConnectionCheck>;
  /** Size of a parcel on the wire, in bytes, for filling batches. */
  size(parcel: Parcel): number;
  /** Exactly one outcome for each parcel, by its `ref`. */
  deliver(batch: Batch, signal: AbortSignal): Promise<ReadonlyMap<string, Outcome>>;
  /** Which of these keys the far side holds, those put away left out. Throws a `TillbridgeError` where it cannot be asked: `settings` where only the owner can mend that. */
  find(kind: RecordKind, keys: readonly TillKey[], signal: AbortSignal): Promise<readonly Held[]>;
  /** What became of a job that was `accepted`; absent where nothing is ever accepted. */
  follow?(jobId: string, batch: Batch, signal: AbortSignal): Promise<ReadonlyMap<string, Outcome>>;
  /** What can be read from it; absent where it is a destination only. */
  readonly shopFront?: ShopFront;
  close(): Promise<void>;
}

/** What a connector is made from. It gets no database and no settings but its own. */
export interface ConnectorParts<Settings> {
  readonly settings: Settings;
  /** The secret of this destination, or undefined where none is stored. */
  readonly secret: string | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1, for jitter. */
  readonly random: () => number;
  /** When requests were made before this process, in epoch milliseconds, as `delivery` remembers them; absent where nobody knows. */
  readonly recentRequests?: readonly number[];
  /** Hears of every call to the far side, where it is called over HTTP. */
  readonly onCall?: OnCall | undefined;
}

/** A kind of destination, as the registry lists it. */
export interface ConnectorKind<Settings = unknown> {
  /** As settings name it: `genieai`. */
  readonly kind: string;
  /** As people call it: "GenieAI". */
  readonly label: string;
  /** Its own settings besides `id` and `kind`; every field has a `describe()` text, which the settings screen shows. */
  readonly settings: z.ZodType<Settings>;
  readonly needsSecret: boolean;
  /** Where the owner gets the secret: "Settings → Advanced → Developer API Keys". */
  readonly secretFrom?: string;
  /** Set where it is a website, which is read as well. */
  readonly isShopFront?: true;
  create(parts: ConnectorParts<Settings>): Connector;
}
