import type { Facts } from '../../model/facts.ts';
import type { PendingChange } from '../../delivery/pending-changes.ts';
import type { RecordKind } from '../../model/record.ts';
import type { GuardSettings } from '../../settings/settings.ts';
import { oneOf } from '../../support/kind-words.ts';
import type { GuardName, GuardStop } from '../agent-contract.ts';
import { countOf, examplesShown, passes, stopBy } from './words.ts';

/** What waits for one destination and would change what it has of one kind. */
export interface PushFacts {
  readonly kind: RecordKind;
  /** As people call the destination. */
  readonly label: string;
  /** How many records of the kind the destination has. */
  readonly held: number;
  /** Without removals that a person has let through already. */
  readonly changes: Iterable<PendingChange>;
}

interface Suspicion {
  readonly guard: GuardName;
  readonly limit: { readonly count: number; readonly percent: number };
  readonly is: (change: PendingChange) => boolean;
  readonly what: (count: string) => string;
  readonly cause: string;
  readonly example: (change: PendingChange) => string;
}

/** The guards of a push for one kind: one look at everything that waits, each suspicion counted. The first whose limit is passed speaks. */
export function guardPush(
  facts: PushFacts,
  options: { readonly settings: GuardSettings; readonly allow: readonly GuardName[] },
): GuardStop | undefined {
  const [allowed, asked] = partition(suspicionsOf(facts.kind, options.settings), ({ guard }) =>
    options.allow.includes(guard),
  );
  const found = asked.map((suspicion) => ({ suspicion, count: 0, examples: [] as string[] }));
  for (const change of facts.changes) {
    // What somebody has let through is not held against them under another name.
    if (allowed.some(({ is }) => is(change))) continue;
    for (const each of found) {
      if (!each.suspicion.is(change)) continue;
      each.count++;
      if (each.examples.length < examplesShown) each.examples.push(each.suspicion.example(change));
    }
  }
  const speaking = found.find(({ suspicion, count }) => passes(count, facts.held, suspicion.limit));
  if (!speaking) return undefined;
  const { suspicion, count, examples } = speaking;
  return stopBy(suspicion.guard, {
    what: `${suspicion.what(countOf(count, facts.kind))} at ${facts.label}`,
    count,
    of: facts.held,
    cause: suspicion.cause,
    examples,
  });
}

function partition<T>(all: readonly T[], is: (each: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(is), all.filter((each) => !is(each))];
}

function suspicionsOf(kind: RecordKind, settings: GuardSettings): readonly Suspicion[] {
  const name = (change: PendingChange): string => `${oneOf(kind)} ${change.key}`;
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
      cause: 'A stock-taking was begun in the till, or the stock column was emptied.',
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
      cause: 'A stock-taking was begun in the till, or the stock column was emptied.',
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
