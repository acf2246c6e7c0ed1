import type { Operation } from '../connectors/contract.ts';
import type { DestinationId, Instant, TillKey } from '../model/ids.ts';
import type { FeedKind, ReadKind, RecordKind, RowKind } from '../model/record.ts';
import type { ErrorReason } from '../support/errors.ts';
import type { GuardName, PushGuardName } from './guards/guard-names.ts';
import type { People } from './join/people-contract.ts';
import type { Reports } from './reports/reports-contract.ts';
import type { StageSeconds } from './stopwatch.ts';
import type { FindOptions } from './look-up.ts';
import type { Trail } from './trail-contract.ts';
import type { Problem } from '../validation/problem.ts';
import type { Problems } from '../validation/problems.ts';
import type { StockAge } from './stock/stock-age.ts';
import type { StockView } from './stock/stock-view.ts';

/** A guard's objection: nothing has left, and nothing will until somebody lets this one run through. */
export interface GuardStop {
  readonly guard: GuardName;
  /** What would happen: "3,912 customers would be removed". */
  readonly what: string;
  readonly count: number;
  readonly of: number;
  /** The likely cause, in words: "The database looks like a copy from 3 November." */
  readonly cause: string;
  /** At most five, each one line. */
  readonly examples: readonly string[];
  /** The one command that lets it through once: `tillbridge sync --allow mass-deletion`. */
  readonly command: string;
  /** How to send everything but these; absent where the read itself is doubted, and there is no rest to send. */
  readonly hold?: { readonly guards: readonly PushGuardName[]; readonly command: string };
  /** What the stopped run had been told to keep back already; absent where that was nothing. */
  readonly held?: readonly PushGuardName[];
  /** What it had been told to let through already; absent where that was nothing. */
  readonly allowed?: readonly GuardName[];
}

/** How one run is to be done. */
export interface RunOptions {
  /** Reads everything, also where a change column would allow a quick pass. */
  readonly full?: boolean;
  /** Guards that may not stop this one run. */
  readonly allow?: readonly GuardName[];
  /** Guards whose objection keeps back, in this one run, the records that it is about; everything else goes. */
  readonly hold?: readonly PushGuardName[];
  /** Ends the run cleanly at the next commit; the next run goes on from there. */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** How far a run has come. `of` is null where the whole is not known; `sent` counts all kinds, and `kind` is the one under way. */
export type Progress =
  | {
      readonly stage: 'read';
      /** The shop front that is read; absent for the till. */
      readonly source?: DestinationId;
      readonly kind: FeedKind;
      readonly rows: number;
      readonly of: number | null;
    }
  | { readonly stage: 'join'; readonly customers: number }
  | { readonly stage: 'check'; readonly kind: RecordKind; readonly checked: number; readonly of: number }
  | {
      readonly stage: 'send';
      readonly destination: DestinationId;
      readonly kind: RecordKind;
      readonly sent: number;
      readonly of: number;
      readonly perSecond: number;
    };

/** What reading one kind of row found. rows = new + changed + unchanged; `vanished` rows are no longer in the source. */
export interface ReadCount {
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly vanished: number;
  readonly unchanged: number;
}

/** What reading every shop front found, of the kinds of row that came from it. */
export type ShopFrontCounts = Readonly<Record<DestinationId, Readonly<Partial<Record<FeedKind, ReadCount>>>>>;

/** What became of the records of one kind at one destination in one run. `waiting` and `parked` are what is left there after it. */
export interface DeliveredCount {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly archived: number;
  readonly refused: number;
  readonly waiting: number;
  readonly parked: number;
}

/** Where every record of a kind stands with one destination after a run. rows = the sum of the rest. */
export interface AccountCount {
  readonly rows: number;
  readonly unchanged: number;
  readonly sent: number;
  readonly waiting: number;
  readonly problem: number;
  readonly excluded: number;
  /** Counted with another row: a customer of several sources, a web order that is at the till too. */
  readonly joined: number;
}

/** How a run ended. */
export interface RunOutcome {
  readonly id: number;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  /** `stopped`: by a guard or a person. `failed`: it could not complete; nothing is lost. */
  readonly outcome: 'completed' | 'stopped' | 'failed';
  /** What happened, where it did not complete. */
  readonly reason?: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Decides the exit code of a run that failed. */
  readonly errorReason?: ErrorReason;
  readonly guard?: GuardStop;
  /** How many changes stayed here because somebody had them kept back; absent where none did. */
  readonly keptBack?: number;
}

/** Everything one run did; the sums add up. */
export interface RunReport {
  readonly run: RunOutcome;
  /** Absent in reports of versions that did not measure it, and of runs that broke off. */
  readonly seconds?: StageSeconds;
  readonly read: Readonly<Record<RowKind, ReadCount>>;
  readonly shopFronts: ShopFrontCounts;
  readonly problems: { readonly opened: number; readonly closed: number; readonly open: number };
  readonly delivered: Readonly<Record<DestinationId, Readonly<Record<RecordKind, DeliveredCount>>>>;
  readonly account: Readonly<Record<DestinationId, Readonly<Record<RecordKind, AccountCount>>>>;
}

/** What a run would do with the records of one kind at one destination. */
export interface PlannedCount {
  readonly create: number;
  readonly update: number;
  readonly archive: number;
  readonly problem: number;
  /** Good by themselves, and waiting for something they depend on. */
  readonly held: number;
  readonly unchanged: number;
}

/** What a run would do at one destination, and what that would take. */
export interface PlannedDestination {
  /** The kinds that it takes; of others there is nothing to say. */
  readonly takes: readonly RecordKind[];
  readonly kinds: Readonly<Record<RecordKind, PlannedCount>>;
  readonly requests: number;
  /** How long sending would take at the destination's own pace. */
  readonly minutes: number;
  /** Percent of the requests that the destination allows in a day; null where it has no limit. */
  readonly shareOfQuota: number | null;
}

/** A rehearsal: everything is read and checked, nothing is sent. The run that follows does what it says. */
export interface Preview {
  readonly read: Readonly<Record<RowKind, ReadCount>>;
  readonly shopFronts: ShopFrontCounts;
  readonly problems: { readonly opened: number; readonly closed: number; readonly open: number };
  readonly destinations: Readonly<Record<DestinationId, PlannedDestination>>;
  readonly guard?: GuardStop;
}

/** One line of `check`: the till, a destination, the disk, the clock. */
export interface CheckLine {
  /** "Till", "GenieAI", "Disk", "Clock". */
  readonly what: string;
  readonly ok: boolean;
  readonly detail: string;
  /** What to do, where it is not ok. */
  readonly hint?: string;
  /** Decides the exit code where it is not ok; `unreachable` where this is absent. */
  readonly errorReason?: ErrorReason;
}

/** The six states, as in the tray and the mails. */
export type StateName = 'up-to-date' | 'working' | 'waiting' | 'needs-you' | 'paused' | 'stopped';

/** How things stand with one destination. */
export interface DestinationStatus {
  readonly label: string;
  /** The kinds of record that it takes, in the order in which it gets them. */
  readonly takes: readonly RecordKind[];
  readonly state: 'ready' | 'paused' | 'halted';
  /** Why it is not ready, and until when where that is known. */
  readonly reason?: string;
  readonly hint?: string;
  readonly until?: Instant;
  readonly waiting: number;
  readonly held: number;
  readonly parked: number;
  /** When it last said that it took something. */
  readonly lastAcceptedAt: Instant | null;
}

/** What we hold of a shop front. */
export interface ShopFrontStatus {
  readonly label: string;
  readonly records: Readonly<Partial<Record<FeedKind, number>>>;
  /** When the whole of it was last read to its end; null before the first time. */
  readonly lastReadAt: Instant | null;
}

/** How things stand, from facts alone; asking changes nothing. */
export interface Status {
  readonly state: StateName;
  /** One sentence for people: what is true, since when, what happens next. */
  readonly sentence: string;
  readonly since: Instant | null;
  readonly shop: string;
  /** What we hold of the till, as of `lastReadAt`. */
  readonly records: Readonly<Record<ReadKind, number>>;
  readonly lastReadAt: Instant | null;
  /** What we hold of each shop front. */
  readonly shopFronts: Readonly<Record<DestinationId, ShopFrontStatus>>;
  /** How old the website's stock is; null where there is none to send. */
  readonly stock: StockAge | null;
  readonly toMend: number;
  /** Minor units of the shop's currency that wait with the problems. */
  readonly moneyWaiting: number;
  readonly destinations: Readonly<Record<DestinationId, DestinationStatus>>;
  readonly lastRun: RunOutcome | null;
  readonly nextRunAt: Instant | null;
}

/** What reading one record again found. */
export interface RecheckAnswer {
  /** `mended`: nothing is wrong any more. `changed`: something else is wrong now. `gone`: the till has no such row. */
  readonly result: 'mended' | 'still-wrong' | 'changed' | 'gone';
  /** The answer as a sentence. */
  readonly says: string;
  /** The problem as it stands now. */
  readonly problem: Problem;
}

/** One record on its way, as `queue` lists it. */
export interface QueueEntry {
  readonly id: number;
  readonly destination: DestinationId;
  readonly kind: RecordKind;
  readonly key: TillKey;
  readonly title: string;
  readonly operation: Operation;
  readonly state: 'waiting' | 'held' | 'parked';
  readonly attempts: number;
  readonly nextTryAt: Instant | null;
  readonly queuedAt: Instant;
  /** Why it waits, is held or was parked. */
  readonly reason: string | null;
}

/** Which entries `queue` lists; everything where nothing is said. */
export interface QueueFilter {
  readonly destination?: DestinationId;
  readonly kind?: RecordKind;
  readonly state?: QueueEntry['state'];
  readonly limit?: number;
}

/** What is on its way, and what a person may do about it. */
export interface Queue {
  list(filter: QueueFilter): readonly QueueEntry[];
  /** Tries parked entries again in the next run, with their attempts forgotten; answers how many. */
  retry(ids: readonly number[] | 'all'): number;
  /** Gives entries up: they are sent again only when the record changes; answers how many. */
  discard(ids: readonly number[]): number;
}

/** The whole engine of one home folder. Methods that reach the till or a destination throw `TillbridgeError`, `busy` while another run holds the home. */
export interface Agent {
  preview(options: RunOptions): Promise<Preview>;
  sync(options: RunOptions): Promise<RunReport>;
  check(signal: AbortSignal): Promise<readonly CheckLine[]>;
  status(): Status;
  /** Reads that one record's row again and judges it at once. */
  recheck(problemId: number, signal: AbortSignal): Promise<RecheckAnswer>;
  /** Looks in everything kept here for a name, key, e-mail, phone, article or order number; what goes by just that comes first, then every kind in turn. */
  find(text: string, signal: AbortSignal, options?: FindOptions): Promise<readonly Trail[]>;
  readonly problems: Problems;
  readonly queue: Queue;
  readonly people: People;
  readonly stock: StockView;
  readonly reports: Reports;
  /** Stays, syncs on the schedule and sends reports in their time, until the signal is aborted; `onRun` hears of every run that ends. */
  run(options: { readonly signal: AbortSignal; readonly onRun?: (report: RunReport) => void }): Promise<void>;
  close(): Promise<void>;
}
