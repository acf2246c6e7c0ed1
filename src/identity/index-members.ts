import type { Trait } from './card.ts';
import { crowd } from './crowd.ts';
import type { MemberRow } from './member-store.ts';
import type { SayingBook } from './saying-book.ts';
import type { SharedBook } from './shared-book.ts';
import type { TraitRow } from './trait-store.ts';
import { stages } from './unsettled-store.ts';
import type { Workshop } from './workshop.ts';

/**
 * Members at a time: enough that the traits, in the order of their digests, go side by side into the pages that they are
 * kept in. With fewer, every page is written for each chunk: at a million customers that is most of the work.
 */
const chunk = 100_000;

/** Cards that are in memory at once. */
const some = 2000;

/** Traits of which it is asked at once who else has them. */
const window = 4096;

/** What indexing goes by. */
interface IndexParts {
  readonly workshop: Workshop;
  readonly book: SayingBook;
  readonly shared: SharedBook;
}

/**
 * Writes the traits of newcomers and of those whose card changed, and finds out who of them has anything in common with
 * anybody: only they have to be settled one by one. Answers how many it wrote.
 */
export function indexMembers(parts: IndexParts, limit: number): number {
  const { members, unsettled, marks } = parts.workshop;
  const most = Math.min(limit, chunk);
  const entries: TraitRow[] = [];
  const changed = unsettled.unwritten(most);
  collectTraits(parts, members.load(changed), entries);
  for (const id of changed) unsettled.indexed(id);
  let count = changed.length;
  const upTo = members.lastId();
  let after = marks.read('indexed');
  while (count < most && after < upTo) {
    const newcomers = members.range({ after, upTo, limit: Math.min(some, most - count) });
    collectTraits(parts, newcomers, entries);
    count += newcomers.length;
    after = newcomers.at(-1)?.id ?? upTo;
    marks.write('indexed', after);
  }
  entries.sort((one, other) => one.digest - other.digest || one.member - other.member);
  parts.workshop.traits.add(entries);
  for (const each of windowsOf(entries)) noteMeetings(parts, each);
  return count;
}

function collectTraits({ workshop, book, shared }: IndexParts, rows: readonly MemberRow[], entries: TraitRow[]): void {
  for (const row of rows) {
    for (const { digest, isNobodys, value } of traitsOf(workshop, row)) {
      entries.push({ digest, member: row.id });
      if (isNobodys) shared.share({ digest, why: 'nobody', value });
    }
    if (!book.isEmpty && book.about(row).length > 0) workshop.unsettled.note(row.id, stages.affected);
  }
}

/** The sorted entries in parts, all of a digest in one. */
function* windowsOf(entries: readonly TraitRow[]): Generator<TraitRow[]> {
  let start = 0;
  while (start < entries.length) {
    let end = Math.min(start + window, entries.length);
    while (end < entries.length && entries[end]?.digest === entries[end - 1]?.digest) end++;
    yield entries.slice(start, end);
    start = end;
  }
}

function traitsOf(workshop: Workshop, row: MemberRow): readonly Trait[] {
  return row.card === null ? [] : workshop.cardOf(row).traits;
}

/** Notes everybody who has something in common with somebody, but for the first of each meeting: whoever comes by the others finds them. */
function noteMeetings(parts: IndexParts, entries: readonly TraitRow[]): void {
  const { traits, unsettled } = parts.workshop;
  const byDigest = new Map<number, number[]>();
  for (const { digest, member } of entries) {
    if (parts.shared.isSilent(digest)) continue;
    const known = byDigest.get(digest);
    if (known) known.push(member);
    else byDigest.set(digest, [member]);
  }
  for (const { digest, count } of traits.met([...byDigest.keys()])) {
    const [first, ...others] = byDigest.get(digest) ?? [];
    if (first === undefined) continue;
    if (count > crowd) noteCrowd(parts, digest);
    else {
      const areAllNew = count === others.length + 1;
      for (const member of areAllNew ? others : [first, ...others]) unsettled.note(member, stages.affected);
    }
  }
}

/** More have it than a trait may have: it joins nobody from now on, so those whom it has joined are settled again. */
function noteCrowd({ workshop, shared }: IndexParts, digest: number): void {
  const { traits, members, unsettled } = workshop;
  const carriers = members.load(traits.carriers([digest]).map(({ member }) => member));
  const trait = carriers.flatMap((row) => traitsOf(workshop, row)).find((each) => each.digest === digest);
  const value = trait === undefined || trait.kind === 'address' ? null : trait.value;
  shared.share({ digest, why: 'crowd', value });
  for (const { id, person } of carriers) if (person !== null) unsettled.note(id, stages.affected);
}
