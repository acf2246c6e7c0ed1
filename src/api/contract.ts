import { eventIterator, oc, type as shape } from '@orpc/contract';
import { z } from 'zod';
import { destinationId, instant } from '../model/ids.ts';
import { readKinds, recordKinds } from '../model/record.ts';
import type { CheckLine, Preview, QueueEntry, RecheckAnswer, RunReport } from '../sync/agent-contract.ts';
import { guardNames, pushGuardNames } from '../sync/guards/guard-names.ts';
import type {
  ActivityDay,
  CallSeen,
  CharacterSetSample,
  DestinationKindSeen,
  FoundTill,
  Host,
  HostState,
  MendingTime,
  ProblemCard,
  ProblemDesk,
  ProfileTrial,
} from '../sync/host/host-contract.ts';
import type { StaffNetwork } from '../sync/host/staff-door.ts';
import type { People } from '../sync/join/people-contract.ts';
import type { StockView } from '../sync/stock/stock-view.ts';
import type { Trail } from '../sync/trail-contract.ts';
import { mustBe, type WhoMay } from './who-may.ts';

/** What every procedure may answer instead: the words are ours, and for people. */
const refusals = {
  REFUSED: { status: 422, data: z.object({ reason: z.string(), hint: z.string() }) },
  NOT_ALLOWED: { status: 403, data: z.object({ hint: z.string() }) },
} as const;

const ask = oc.errors(refusals);
const staff = ask.$meta(mustBe('staff'));
const owner = ask.$meta(mustBe('owner'));

const count = z.int().min(0).max(1_000_000);
const id = z.int().min(1);
const line = z.string().max(500);
const kind = z.enum(recordKinds);

const problemFilter = z.strictObject({
  destination: destinationId.optional(),
  kind: kind.optional(),
  rule: line.optional(),
  field: line.optional(),
  state: z.enum(['open', 'dismissed', 'closed']).optional(),
  severity: z.enum(['block', 'drop-field', 'warn']).optional(),
  search: line.optional(),
  assignee: line.optional(),
  olderThanDays: count.optional(),
  sort: z.enum(['money', 'age', 'name']).default('money'),
});

/** Two customers, by number or e-mail, and why somebody says that they are one, or two. */
const twoCustomers = z.strictObject({ one: line.min(1), other: line.min(1), because: line.min(1) });

/** Settings and drafts are checked by those who understand them, with words that say where they are wrong. */
const draft = z.record(z.string(), z.unknown());

/** Everything that a door offers to a screen. Queries, commands and event streams alike; who may use which stands beside it. */
export const contract = {
  state: {
    now: staff.output(shape<HostState>()),
    /** Where the shop is, for writing figures; null before it is set up. */
    place: staff.output(shape<ReturnType<Host['place']>>()),
    /** Who is asking. */
    me: staff.output(shape<{ readonly role: WhoMay['role'] }>()),
    watch: staff.output(eventIterator(shape<HostState>())),
  },
  runs: {
    sync: owner
      .input(
        z.strictObject({
          full: z.boolean().optional(),
          allow: z.array(z.enum(guardNames)).optional(),
          hold: z.array(z.enum(pushGuardNames)).optional(),
        }),
      )
      .output(shape<void>()),
    preview: owner.output(shape<Preview>()),
    cancel: owner.output(shape<boolean>()),
    pause: owner.input(z.strictObject({ until: instant })).output(shape<void>()),
    resume: owner.output(shape<void>()),
    list: owner
      .input(z.strictObject({ before: id.nullable(), limit: z.int().min(1).max(200) }))
      .output(shape<readonly RunReport[]>()),
    activity: owner
      .input(z.strictObject({ days: z.int().min(1).max(400) }))
      .output(shape<{ readonly days: readonly ActivityDay[]; readonly mending: readonly MendingTime[] }>()),
    calls: owner.input(z.strictObject({ limit: z.int().min(1).max(1000) })).output(shape<readonly CallSeen[]>()),
  },
  problems: {
    page: staff
      .input(problemFilter.extend({ offset: count, limit: z.int().min(1).max(500) }))
      .output(shape<ReturnType<ProblemDesk['page']>>()),
    groups: staff
      .input(problemFilter.pick({ destination: true, kind: true, search: true, severity: true }))
      .output(shape<ReturnType<ProblemDesk['groups']>>()),
    card: staff.input(z.strictObject({ id })).output(shape<ProblemCard>()),
    recheck: staff.input(z.strictObject({ id })).output(shape<RecheckAnswer>()),
    dismiss: staff
      .input(z.strictObject({ ids: z.array(id).min(1).max(10_000), reason: line.min(1) }))
      .output(shape<number>()),
    reopen: staff.input(z.strictObject({ id })).output(shape<boolean>()),
    assign: staff
      .input(z.strictObject({ ids: z.array(id).min(1).max(10_000), assignee: line.min(1).nullable() }))
      .output(shape<number>()),
    assignees: staff.output(shape<readonly string[]>()),
    document: staff.input(problemFilter.extend({ format: z.enum(['html', 'csv']) })).output(shape<string>()),
  },
  find: staff
    .input(
      z.strictObject({ text: line, limit: z.int().min(1).max(500).optional(), kind: z.enum(readKinds).optional() }),
    )
    .output(shape<readonly Trail[]>()),
  people: {
    show: staff.input(z.strictObject({ who: line.min(1) })).output(shape<ReturnType<People['show']>>()),
    join: owner.input(twoCustomers).output(shape<void>()),
    split: owner.input(twoCustomers).output(shape<void>()),
    undo: owner.input(twoCustomers.omit({ because: true })).output(shape<boolean>()),
    said: owner.output(shape<ReturnType<People['said']>>()),
    counts: staff.output(shape<ReturnType<People['counts']>>()),
  },
  stock: {
    list: owner.output(shape<ReturnType<StockView['list']>>()),
    drift: owner.output(shape<ReturnType<StockView['drift']>>()),
    mend: owner
      .input(z.strictObject({ names: z.union([z.array(line).min(1).max(10_000), z.literal('all')]) }))
      .output(shape<Awaited<ReturnType<StockView['mend']>>>()),
    aliases: owner.output(shape<ReturnType<StockView['aliases']>>()),
    say: owner
      .input(z.strictObject({ article: line.min(1), variant: line.min(1) }))
      .output(shape<ReturnType<StockView['say']>>()),
    unsay: owner.input(z.strictObject({ variant: line.min(1) })).output(shape<boolean>()),
  },
  queue: {
    list: owner
      .input(
        z.strictObject({
          destination: destinationId.optional(),
          kind: kind.optional(),
          state: z.enum(['waiting', 'held', 'parked']).optional(),
          limit: z.int().min(1).max(1000),
        }),
      )
      .output(shape<readonly QueueEntry[]>()),
    retry: owner
      .input(z.strictObject({ ids: z.union([z.array(id).min(1), z.literal('all')]) }))
      .output(shape<number>()),
    discard: owner.input(z.strictObject({ ids: z.array(id).min(1) })).output(shape<number>()),
  },
  settings: {
    read: owner.output(
      shape<{
        readonly settings: ReturnType<Host['desk']['settings']>;
        readonly schema: unknown;
        readonly destinationKinds: readonly DestinationKindSeen[];
        readonly secrets: Readonly<Record<string, boolean>>;
      }>(),
    ),
    save: owner.input(z.strictObject({ settings: draft })).output(shape<void>()),
    setSecret: owner
      .input(z.strictObject({ id: line.min(1), value: z.string().min(1).max(10_000) }))
      .output(shape<void>()),
    forgetSecret: owner.input(z.strictObject({ id: line.min(1) })).output(shape<void>()),
    test: owner.input(z.strictObject({ settings: draft, only: line.nullable() })).output(shape<readonly CheckLine[]>()),
    /** Switches the quiet hours on or off. */
    setQuiet: owner.input(z.strictObject({ quiet: z.boolean() })).output(shape<void>()),
    /** Sends a report now, in every way that is on. */
    sendReport: owner.output(shape<readonly CheckLine[]>()),
    makeSample: owner.output(shape<void>()),
  },
  /** Where staff come in. The PIN goes in and never comes out. */
  staffDoor: {
    read: owner.output(shape<{ readonly hasPin: boolean; readonly network: StaffNetwork | null }>()),
    setPin: owner.input(z.strictObject({ pin: z.string().max(1000) })).output(shape<void>()),
    forgetPin: owner.output(shape<void>()),
  },
  till: {
    find: owner.output(shape<readonly FoundTill[]>()),
    describe: owner
      .input(z.strictObject({ till: draft }))
      .output(shape<Awaited<ReturnType<Host['desk']['describeTill']>>>()),
    characterSets: owner.input(z.strictObject({ till: draft })).output(shape<readonly CharacterSetSample[]>()),
    suggest: owner
      .input(z.strictObject({ till: draft }))
      .output(shape<Awaited<ReturnType<Host['desk']['suggestProfile']>>>()),
    profile: owner.output(shape<Awaited<ReturnType<Host['desk']['profile']>>>()),
    saveProfile: owner.input(z.strictObject({ profile: draft })).output(shape<void>()),
    tryProfile: owner
      .input(z.strictObject({ till: draft, profile: draft, shop: draft.optional() }))
      .output(shape<readonly ProfileTrial[]>()),
  },
};

/** The contract's type, for clients. */
export type Contract = typeof contract;
