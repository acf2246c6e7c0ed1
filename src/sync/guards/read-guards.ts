import { z } from 'zod';
import { readKinds, rowKinds } from '../../model/record.ts';
import type { Fingerprint } from '../../pos/contract.ts';
import type { GuardSettings } from '../../settings/settings.ts';
import type { Staging } from '../../staging/staging.ts';
import type { GuardStop } from '../agent-contract.ts';
import type { GuardName } from './guard-names.ts';
import { goneWords, recordWords } from '../known-as.ts';
import type { ReadFacts } from './read-facts.ts';
import { countOf, examplesShown, passes, stopBy } from './words.ts';

/** The guards that look at a read, in the order in which they speak. */
export const readGuardNames = ['wrong-database', 'empty-read', 'mass-deletion'] as const satisfies readonly GuardName[];

/** Below so many rows a shop may empty a table in a day's work. */
const fewRows = 20;

/** A read that brings less than this share of what stood there before is called short. */
const shortRead = 0.5;

/** So many of the newest records gone at once is no voided receipt, but yesterday's database. */
const newestGone = 10;

/**
 * The guards of a read, in the order in which they speak: what explains the others comes first. Whoever lets one through
 * has been shown the worst of it, so the ones after it let the run through as well.
 */
export function guardRead(
  facts: ReadFacts,
  options: { readonly settings: GuardSettings; readonly allow: readonly GuardName[] },
): GuardStop | undefined {
  const { settings, allow } = options;
  const speakers = [
    () => settings.wrongDatabase && wrongDatabase(facts),
    () => settings.emptyRead && emptyRead(facts),
    () => massDeletion(facts, settings.massDeletion),
  ];
  const allowed = readGuardNames.findIndex((name) => allow.includes(name));
  for (const speak of allowed < 0 ? speakers : speakers.slice(0, allowed)) {
    const stop = speak();
    if (stop) return stop;
  }
  return undefined;
}

function wrongDatabase({ staging, fingerprint, feeds, knownAs }: ReadFacts): GuardStop | undefined {
  const last = staging.lastPull();
  if (!last) return undefined;
  const before = parseFingerprint(last.fingerprint);
  const back = Object.entries(before.counters).filter(([name, value]) => (fingerprint.counters[name] ?? value) < value);
  if (back.length > 0) {
    const of = Object.keys(before.counters).length;
    return stopBy('wrong-database', {
      what: `${back.length} of the till's ${of} counters went back`,
      count: back.length,
      of,
      cause: olderCopy(staging, fingerprint),
      examples: back
        .slice(0, examplesShown)
        .map(([name, was]) => `${name}: ${was} before, ${fingerprint.counters[name] ?? 'gone'} now`),
    });
  }
  for (const kind of readKinds) {
    const feed = feeds.get(kind);
    const rows = staging.feed(kind).rows;
    if (!feed || rows < fewRows) continue;
    const gone = newestOf(staging, kind, feed.vanished);
    // Where the older ones are gone too it is no copy: the guards after this one say so.
    if (gone.length >= newestGone && feed.tally.rows >= rows * shortRead) {
      return stopBy('wrong-database', {
        what: `${countOf(gone.length, kind)}, the newest of all, are not in this database`,
        count: gone.length,
        of: rows,
        cause: olderCopy(staging, fingerprint),
        examples: gone.slice(0, examplesShown).map((key) => recordWords(knownAs(kind, key))),
      });
    }
    // A database that moved still says the same; another one says something else about nearly everybody.
    if (before.id !== fingerprint.id && feed.tally.unchanged < rows * shortRead) {
      return stopBy('wrong-database', {
        what: `only ${feed.tally.unchanged.toLocaleString('en-GB')} of ${countOf(rows, kind)} stand in this database as they did in the last`,
        count: rows - feed.tally.unchanged,
        of: rows,
        cause: 'The till settings name another database than before, or its file was exchanged.',
        examples: [`before: ${before.id}`, `now: ${fingerprint.id}`],
      });
    }
  }
  return undefined;
}

/** Records whose number is higher than every number that is left: what an older copy of a database lacks. */
function newestOf(staging: Staging, kind: (typeof readKinds)[number], vanished: readonly string[]): string[] {
  const numbers = vanished.filter((key) => /^\d{1,15}$/.test(key)).map(Number);
  if (numbers.length === 0) return [];
  const gone = new Set(vanished);
  const highest = staging.highest(kind, (key) => !gone.has(key));
  return numbers
    .filter((number) => number > highest)
    .toSorted((a, b) => b - a)
    .map(String);
}

function olderCopy(staging: Staging, fingerprint: Fingerprint): string {
  const like = staging.pulls().find(({ fingerprint: text }) => {
    const then = parseFingerprint(text);
    return Object.entries(then.counters).every(([name, value]) => (fingerprint.counters[name] ?? -1) >= value);
  });
  const day = like?.finishedAt.slice(0, 10);
  return day === undefined
    ? "The database looks like an older copy, or like another shop's."
    : `The database looks like a copy from ${day}: a backup may have been restored.`;
}

function emptyRead({ staging, feeds, knownAs }: ReadFacts): GuardStop | undefined {
  for (const kind of rowKinds) {
    const feed = feeds.get(kind);
    const rows = staging.feed(kind).rows;
    if (!feed || rows < fewRows || feed.vanished.length === 0) continue;
    if (feed.tally.rows >= rows * shortRead) continue;
    return stopBy('empty-read', {
      what: `the till gave ${countOf(feed.tally.rows, kind)} instead of ${rows.toLocaleString('en-GB')}`,
      count: feed.vanished.length,
      of: rows,
      cause:
        feed.tally.rows === 0
          ? 'The table was empty: the till may be in the middle of a repair or an import, or its user may have lost the right to read.'
          : 'The till may be in the middle of a repair or an import.',
      examples: feed.vanished.slice(0, examplesShown).map((key) => goneWords(knownAs(kind, key))),
    });
  }
  return undefined;
}

function massDeletion(
  { staging, feeds, knownAs }: ReadFacts,
  limit: GuardSettings['massDeletion'],
): GuardStop | undefined {
  for (const kind of readKinds) {
    const feed = feeds.get(kind);
    const rows = staging.feed(kind).rows;
    if (!feed || !passes(feed.vanished.length, rows, limit)) continue;
    return stopBy('mass-deletion', {
      what: `${countOf(feed.vanished.length, kind)} would be removed`,
      count: feed.vanished.length,
      of: rows,
      cause: 'Many were deleted in the till at once, or its database is not whole.',
      examples: feed.vanished.slice(0, examplesShown).map((key) => recordWords(knownAs(kind, key))),
    });
  }
  return undefined;
}

const fingerprintText = z.object({ id: z.string(), counters: z.record(z.string(), z.number()) });

function parseFingerprint(text: string): Fingerprint {
  const parsed = fingerprintText.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : { id: '', counters: {} };
}
