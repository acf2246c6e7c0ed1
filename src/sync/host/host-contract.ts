import type { Instant, LocalDate } from '../../model/ids.ts';
import type { RecordKind } from '../../model/record.ts';
import type { Profile } from '../../pos/profile.ts';
import type { TillDescription } from '../../pos/contract.ts';
import type { ProfileSuggestion } from '../../pos/suggest/suggest-profile.ts';
import type { NoticeSettings, Settings } from '../../settings/settings.ts';
import type { Place } from '../../support/words.ts';
import type { ErrorReason } from '../../support/errors.ts';
import type { Problem, ProblemEvent } from '../../validation/problem.ts';
import type { ProblemFilter } from '../../validation/problem-filter.ts';
import type { ProblemGroup } from '../../validation/problem-groups.ts';
import type { Agent, CheckLine, Preview, Progress, RunOptions, RunReport, Status } from '../agent-contract.ts';
import type { ReportsStanding } from '../reports/reports-contract.ts';
import type { StaffDoor } from './staff-door.ts';

/**
 * What is under way, and how far it has come: the newest word of each kind that is read (by source) or checked, and of each
 * destination that is sent to, in the order in which they began.
 */
export interface Underway {
  readonly what: 'sync' | 'preview';
  readonly since: Instant;
  readonly progress: readonly Progress[];
  /** Somebody asked for its end; it ends at the next commit. */
  readonly ending: boolean;
}

/** How one home folder stands, for every window, the tray and the mails alike. */
export interface HostState {
  /** False before the shop is set up: then there is nothing but the wizard. */
  readonly isSetUp: boolean;
  /** Null before the shop is set up, and where its database cannot be opened; `trouble` says why then. */
  readonly status: Status | null;
  readonly trouble: { readonly what: string; readonly hint: string } | null;
  readonly underway: Underway | null;
  /** Null where it is not paused. */
  readonly pausedUntil: Instant | null;
  /** The reports that go out by themselves; null where there is no shop to report of. */
  readonly reports: ReportsStanding | null;
  /** When nobody wants to be told anything; null before the shop is set up. */
  readonly notices: NoticeSettings | null;
  /** Rises whenever problems, queue or runs may have changed: whoever shows them asks again. */
  readonly revision: number;
}

/** One of the plots of a shop's activity, a row a day. */
export interface ActivityDay {
  readonly day: LocalDate;
  readonly read: number;
  readonly sent: number;
  readonly problemsOpened: number;
  readonly problemsClosed: number;
  readonly problemsOpen: number;
  /** Seconds that the day's runs spent reading, checking and sending. */
  readonly seconds: { readonly read: number; readonly check: number; readonly send: number };
}

/** How long problems of one rule stayed open. */
export interface MendingTime {
  readonly kind: RecordKind;
  /** The rule's field: `lines[].quantity` for any line's. */
  readonly field: string;
  readonly code: string;
  /** "14 phone numbers that cannot be called". */
  readonly title: string;
  readonly mended: number;
  readonly medianHours: number;
}

/** One call to a destination, with nobody's data in it. */
export interface CallSeen {
  readonly at: Instant;
  readonly destination: string;
  /** `POST /contacts/import`. */
  readonly call: string;
  readonly status: number | null;
  readonly milliseconds: number;
  readonly records: number | null;
  /** The far side's own number for the call, for its support. */
  readonly requestId: string | null;
  /** What came back, personal data masked; null where nothing did. */
  readonly answer: string | null;
}

/** A problem with everything that its card shows. */
export interface ProblemCard {
  readonly problem: Problem;
  readonly history: readonly ProblemEvent[];
  readonly assignee: string | null;
  /** The faulty parts of the value marked. */
  readonly value: readonly { readonly text: string; readonly faulty: boolean }[];
  /** Why it cannot be looked at again by itself, and when it leaves the list; null where it can. */
  readonly cannotRecheck: string | null;
  /** What waits with it: "GenieAI will not take this customer; 3 sales worth £1,240 wait with her." */
  readonly matters: string;
  /** The record as it would be sent, field by field in the till's words; the bad ones marked. */
  readonly record: readonly { readonly field: string; readonly value: string; readonly bad: boolean }[];
}

/** A problem as a list shows it. */
export interface ListedProblem extends Problem {
  readonly assignee: string | null;
  /** The value, its faulty parts marked. */
  readonly marked: ProblemCard['value'];
}

/** Which problems, and in which order. */
export interface ProblemQuery extends Omit<ProblemFilter, 'limit' | 'offset'> {
  /** The rule's field, as a group has it: `lines[].quantity` for any line's. */
  readonly field?: string;
  readonly severity?: Problem['severity'];
  readonly assignee?: string;
  /** Only those that are open for longer than so many days. */
  readonly olderThanDays?: number;
  readonly sort: 'money' | 'age' | 'name';
  readonly offset: number;
  readonly limit: number;
}

/** The problems as the staff's page asks for them: quick with 100,000 of them. */
export interface ProblemDesk {
  page(query: ProblemQuery): {
    readonly total: number;
    readonly problems: readonly ListedProblem[];
  };
  groups(query: Pick<ProblemQuery, 'destination' | 'kind' | 'search' | 'severity'>): readonly ProblemGroup[];
  card(id: number): ProblemCard;
  assign(ids: readonly number[], assignee: string | null): number;
  assignees(): readonly string[];
  /** A page to print, or a table for a spreadsheet. */
  document(query: Omit<ProblemQuery, 'offset' | 'limit'>, format: 'html' | 'csv'): string;
}

/** A character set in which a till's texts may be written, with real texts of the till as they would read. */
export interface CharacterSetSample {
  readonly name: string;
  readonly texts: readonly string[];
  /** How many of the texts looked at read wrongly in it. */
  readonly odd: number;
}

/** A till that was found on this computer or in the shop's network. */
export interface FoundTill {
  readonly kind: 'firebird' | 'sqlite';
  readonly host: string | null;
  readonly port: number | null;
  /** Databases that were found; aliases, or paths. */
  readonly databases: readonly string[];
}

/** A kind of destination that may be chosen, with what it asks for. */
export interface DestinationKindSeen {
  readonly kind: string;
  readonly label: string;
  readonly needsSecret: boolean;
  readonly isShopFront: boolean;
  /** JSON Schema of its own settings; every field has a description. */
  readonly schema: unknown;
}

/** Some of a till's records as a profile would read them: "Newest sale: today 11:04, £89.00, 1 × silver chain". */
export interface ProfileTrial {
  readonly kind: RecordKind;
  readonly fields: readonly {
    readonly field: string;
    readonly origin: string;
    readonly sure: number | null;
    readonly values: readonly string[];
  }[];
  readonly newest: string | null;
  readonly rows: number;
}

/** Everything about settings, before and after the shop is set up. Secrets go in and never come out. */
export interface Desk {
  /** As they stand; null before the shop is set up. */
  settings(): Settings | null;
  /** JSON Schema of the settings, with their descriptions and defaults. */
  schema(): unknown;
  destinationKinds(): readonly DestinationKindSeen[];
  /** Checks, keeps, and goes on with them. Throws a `TillbridgeError` that says which is wrong. */
  save(settings: unknown): Promise<void>;
  secrets(): Promise<Readonly<Record<string, boolean>>>;
  setSecret(id: string, value: string): Promise<void>;
  forgetSecret(id: string): Promise<void>;
  /** Tries the connections of settings that need not be kept yet. */
  test(settings: unknown, only: string | null, signal: AbortSignal): Promise<readonly CheckLine[]>;
  findTills(signal: AbortSignal): Promise<readonly FoundTill[]>;
  describeTill(till: unknown): Promise<TillDescription>;
  characterSets(till: unknown): Promise<readonly CharacterSetSample[]>;
  suggestProfile(till: unknown): Promise<ProfileSuggestion>;
  profile(): Promise<Profile | null>;
  saveProfile(profile: unknown): Promise<void>;
  /** `shop` is where it is, as far as it was entered; without it and before the shop is set up figures stay as the till has them. */
  tryProfile(till: unknown, profile: unknown, shop?: unknown): Promise<readonly ProfileTrial[]>;
  /** Switches the quiet hours on or off: at once, also during a run. */
  setQuiet(quiet: boolean): Promise<void>;
  /** Makes a home of the invented shop, with sandboxes of its own, to play with. */
  makeSample(): Promise<void>;
}

/** One home folder, open for its windows: the agent, its schedule, and what stands before it is set up. */
export interface Host {
  state(): HostState;
  /** Where the shop is; null before it is set up. */
  place(): Place | null;
  /** The state now, and whenever it changes: at most five times a second, and never late by more than that. */
  watch(signal: AbortSignal): AsyncIterable<HostState>;
  /** Throws a `TillbridgeError` before the shop is set up. */
  agent(): Agent;
  /** Begins a run; answers at once. Throws `busy` where one is under way. */
  sync(options: Pick<RunOptions, 'full' | 'allow' | 'hold'>): void;
  preview(signal: AbortSignal): Promise<Preview>;
  /** Ends what is under way at its next commit. False where nothing is. */
  cancel(): boolean;
  pause(until: Instant): void;
  resume(): void;
  /** Sends a report now, in every way that is on; a line for each. */
  sendReport(signal: AbortSignal): Promise<readonly CheckLine[]>;
  readonly problems: ProblemDesk;
  readonly desk: Desk;
  readonly staffDoor: StaffDoor;
  runs(before: number | null, limit: number): readonly RunReport[];
  activity(days: number): { readonly days: readonly ActivityDay[]; readonly mending: readonly MendingTime[] };
  calls(limit: number): readonly CallSeen[];
  /** What was thrown, in words for people; undefined for a mistake of ours, which is in the log. */
  explain(thrown: unknown): { readonly what: string; readonly hint: string; readonly reason: ErrorReason } | undefined;
  close(): Promise<void>;
}
