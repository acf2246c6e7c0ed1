import type { Facts } from '../../model/facts.ts';
import type { PendingChange } from '../../delivery/pending-changes.ts';
import type { TillKey } from '../../model/ids.ts';
import type { RecordKind } from '../../model/record.ts';
import type { GuardSettings } from '../../settings/settings.ts';
import type { GuardStop } from '../agent-contract.ts';
import type { GuardName, PushGuardName } from './guard-names.ts';
import { recordWords, type KnownAs } from '../known-as.ts';
import { countOf, examplesShown, passes, stopBy } from './words.ts';

/** What waits for one destination and would change what it has of one kind. */
export interface PushFacts {
  readonly kind: RecordKind;
  /** As people call the destination. */
  readonly label: string;
  /** How many records of the kind the destination has. */
  readonly held: number;
  /** Without removals that a person has let through already. Read as often as it is asked for. */
  readonly changes: () => Iterable<PendingChange>;
  readonly knownAs: KnownAs;
}

/** How a person answered the guards of a push. */
export interface PushAnswers {
  /** They may not stop the run. */
  readonly allow: readonly GuardName[];
  /** What they object to stays here, and the rest goes. */
  readonly hold: readonly PushGuardName[];
}

/** What the guards say of a push for one kind: an objection, or what stays here so that there is none. */
export interface PushVerdict {
  readonly stop: GuardStop | undefined;
  readonly keptBack: ReadonlySet<TillKey>;
}

interface Suspicion {
  readonly guard: PushGuardName;
  readonly limit: { readonly count: number; readonly percent: number };
  readonly is: (change: PendingChange) => boolean;
  readonly what: (count: string) => string;
  readonly cause: string;
  readonly example: (change: PendingChange) => string;
}

/** The guards of a push for one kind: one look at everything that waits, each suspicion counted. The first whose limit is passed speaks. */
export function guardPush(
  facts: PushFacts,
  { settings, allow, hold }: { readonly settings: GuardSettings } & PushAnswers,
): PushVerdict {
  const [allowed, asked] = partition(suspicionsOf(facts, settings), ({ guard }) => allow.includes(guard));
  const keptBack = kept(
    facts,
    asked.filter(({ guard }) => hold.includes(guard)),
    (change) => allowed.some(({ is }) => is(change)),
  );
  const found = asked.map((suspicion) => ({ suspicion, count: 0, examples: [] as string[] }));
  for (const change of facts.changes()) {
    // What somebody has let through, or kept here, is not held against them under another name.
    if (allowed.some(({ is }) => is(change)) || keptBack.has(change.key)) continue;
    for (const each of found) {
      if (!each.suspicion.is(change)) continue;
      each.count++;
      if (each.examples.length < examplesShown) each.examples.push(each.suspicion.example(change));
    }
  }
  const speaking = found.find(({ suspicion, count }) => passes(count, facts.held, suspicion.limit));
  return { stop: speaking && objection(facts, { ...speaking, hold }), keptBack };
}

/** The records of the suspicions whose limit is passed: below it they are a shop's daily work, and go like any other. */
function kept(
  { held, changes }: PushFacts,
  suspicions: readonly Suspicion[],
  isAllowed: (change: PendingChange) => boolean,
): ReadonlySet<TillKey> {
  if (suspicions.length === 0) return new Set();
  const found = suspicions.map((suspicion) => ({ suspicion, keys: new Set<TillKey>() }));
  for (const change of changes()) {
    if (isAllowed(change)) continue;
    for (const { suspicion, keys } of found) if (suspicion.is(change)) keys.add(change.key);
  }
  const passed = found.filter(({ suspicion, keys }) => passes(keys.size, held, suspicion.limit));
  return new Set(passed.flatMap(({ keys }) => [...keys]));
}

function objection(
  facts: PushFacts,
  {
    suspicion,
    count,
    examples,
    hold,
  }: { readonly suspicion: Suspicion; readonly count: number; readonly examples: readonly string[] } & Pick<
    PushAnswers,
    'hold'
  >,
): GuardStop {
  const stop = stopBy(suspicion.guard, {
    what: `${suspicion.what(countOf(count, facts.kind))} at ${facts.label}`,
    count,
    of: facts.held,
    cause: suspicion.cause,
    examples,
  });
  const guards = [...hold, suspicion.guard];
  const withHeld = { command: `${stop.command} --hold ${hold.join(' ')}`, held: hold };
  return {
    ...stop,
    ...(hold.length === 0 ? {} : withHeld),
    hold: { guards, command: `tillbridge sync --hold ${guards.join(' ')}` },
  };
}

function partition<T>(all: readonly T[], is: (each: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(is), all.filter((each) => !is(each))];
}

function suspicionsOf({ kind, knownAs }: PushFacts, settings: GuardSettings): readonly Suspicion[] {
  const name = (change: PendingChange): string => recordWords(knownAs(kind, change.key));
  const removal: Suspicion = {
    guard: 'mass-deletion',
    limit: settings.massDeletion,
    is: (change) =>
      change.operation === 'archive' || (change.there?.['active'] === true && change.next?.['active'] === false),
    what: (count) => `${count} would be removed`,
    cause: 'Many were deleted in the till.',
    example: name,
  };
  const mostChanged: Suspicion = {
    guard: 'mass-change',
    limit: settings.massChange,
    is: () => true,
    what: (count) => `${count} would change`,
    cause: 'Most records changed at once: a bulk edit in the till, another character set, or other settings here.',
    example: name,
  };
  return [removal, ...(suspicionsByKind[kind]?.(settings, name) ?? []), mostChanged];
}

const suspicionsByKind: Readonly<
  Partial<
    Record<RecordKind, (settings: GuardSettings, name: (change: PendingChange) => string) => readonly Suspicion[]>
  >
> = {
  customer: (settings, name) => [
    {
      guard: 'email-blanked',
      limit: settings.emailBlanked,
      is: ({ there, next }) => there?.['email'] === true && next?.['email'] === false,
      what: (count) => `${count} would lose their e-mail address`,
      cause: 'A column was emptied in the till, or the profile reads another one.',
      example: name,
    },
  ],
  product: (settings, name) => [
    {
      guard: 'stock-to-zero',
      limit: settings.stockToZero,
      is: ({ there, next }) => pieces(there) > 0 && next?.['stock'] !== undefined && pieces(next) === 0,
      what: (count) => `the stock of ${count} would fall to nothing`,
      cause: 'A stock-taking was begun in the till, the stock column was emptied, or the profile reads another one.',
      example: (change) => `${name(change)}: ${pieces(change.there)} → 0`,
    },
    {
      guard: 'price-change',
      limit: settings.priceChange,
      is: ({ there, next }) => priceOf(there) !== null && priceOf(next) !== null && priceOf(there) !== priceOf(next),
      what: (count) => `the price of ${count} would change`,
      cause: 'A price list was imported in the till, or prices are read from another column.',
      example: (change) => `${name(change)}: ${priceOf(change.there)} → ${priceOf(change.next)}`,
    },
  ],
  stock: (settings, name) => [
    {
      guard: 'stock-to-zero',
      limit: settings.stockToZero,
      is: ({ there, next }) => shownOf(there) > 0 && shownOf(next) <= 0,
      what: (count) => `${count} would fall to nothing`,
      cause: 'A stock-taking was begun in the till, the stock column was emptied, or the profile reads another one.',
      example: (change) => `${name(change)}: ${shownOf(change.there)} → 0`,
    },
  ],
  price: (settings, name) => [
    {
      guard: 'price-change',
      limit: settings.priceChange,
      is: ({ there, next }) => priceOf(there) !== null && priceOf(there) !== priceOf(next),
      what: (count) => `${count} would change`,
      cause: 'A price list was imported in the till, or prices are read from another column.',
      example: (change) => `${name(change)}: ${priceOf(change.there)} → ${priceOf(change.next)}`,
    },
  ],
};

function pieces(facts: Facts | null): number {
  const stock = facts?.['stock'];
  return typeof stock === 'number' ? stock : 0;
}

function priceOf(facts: Facts | null): string | null {
  const price = facts?.['price'];
  return typeof price === 'string' ? price : null;
}

/** Pieces that a shop front shows; what it was given less what was ordered there. */
function shownOf(facts: Facts | null): number {
  const shown = facts?.['shown'];
  return typeof shown === 'number' ? shown : 0;
}
