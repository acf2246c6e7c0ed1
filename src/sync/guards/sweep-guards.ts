import type { Unmet } from '../../staging/pages.ts';
import type { GuardSettings } from '../../settings/settings.ts';
import type { FeedKind } from '../../model/record.ts';
import { manyOf, oneOf } from '../../support/kind-words.ts';
import type { GuardStop } from '../agent-contract.ts';
import type { GuardName } from './guard-names.ts';
import { goneWords, recordWords, type KnownAs } from '../known-as.ts';
import { examplesShown, passes, stopBy } from './words.ts';

/** What a pass through a shop front did not bring any more, before it vanishes. */
export interface SweepFacts {
  /** As people call the shop front. */
  readonly label: string;
  readonly unmet: readonly Unmet[];
  readonly knownAs: KnownAs;
}

/** Below so many rows a shop may clear its website in a day's work. */
const fewRows = 20;

/** A pass that brings less than this share of what stood there before is called short. */
const shortRead = 0.5;

/**
 * The guards of a pass through a shop front: a catalogue that is empty all of a sudden, or lacks much of what it had.
 * As with a till's read, whoever lets one through lets the ones after it through as well.
 */
export function guardSweep(
  { label, unmet, knownAs }: SweepFacts,
  { settings, allow }: { readonly settings: GuardSettings; readonly allow: readonly GuardName[] },
): GuardStop | undefined {
  if (allow.includes('empty-read')) return undefined;
  const short = unmet.find(({ keys, of }) => of >= fewRows && of - keys.length < of * shortRead);
  if (short && settings.emptyRead) {
    const { kind, keys, of } = short;
    return stopBy('empty-read', {
      what: `${label} gave ${many(of - keys.length, kind)} instead of ${of.toLocaleString('en-GB')}`,
      count: keys.length,
      of,
      cause: 'The website may be in the middle of a change, or its key may have lost the right to see them.',
      examples: keys.slice(0, examplesShown).map((key) => goneWords(knownAs(kind, key))),
    });
  }
  if (allow.includes('mass-deletion')) return undefined;
  const mass = unmet.find(({ keys, of }) => passes(keys.length, of, settings.massDeletion));
  return (
    mass &&
    stopBy('mass-deletion', {
      what: `${many(mass.keys.length, mass.kind)} of ${label} would be removed`,
      count: mass.keys.length,
      of: mass.of,
      cause: 'Many were deleted on the website at once.',
      examples: mass.keys.slice(0, examplesShown).map((key) => recordWords(knownAs(mass.kind, key))),
    })
  );
}

function many(count: number, kind: FeedKind): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? oneOf(kind) : manyOf(kind)}`;
}
