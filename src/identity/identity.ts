import type { WritableDatabase } from '../database/open.ts';
import { cardText, readCard } from './card.ts';
import { emailKey } from './email-key.ts';
import type { MemberRow } from './member-store.ts';
import type { Identity, MemberName } from './person.ts';
import { createPersonStore } from './person-store.ts';
import { settle } from './settle.ts';
import { keepToTerms } from './terms.ts';
import { stages } from './unsettled-store.ts';
import { createWorkshop, type Workshop } from './workshop.ts';

/** What the shop says about joining. */
export interface IdentitySettings {
  /** E-mail addresses that belong to nobody in particular: they join nobody. */
  readonly sharedAddresses: readonly string[];
}

/** Joins customers of every source into persons, in our own database. */
export function createIdentity(database: WritableDatabase, { sharedAddresses }: IdentitySettings): Identity {
  const shared = new Set(sharedAddresses.flatMap((address) => emailKey(address) ?? []));
  const workshop = createWorkshop(database, shared);
  const { members, unsettled, sayings, traits } = workshop;
  const persons = createPersonStore(database, members);

  function noteBoth(...names: readonly MemberName[]): void {
    for (const name of names) {
      const row = members.find(name);
      if (row) unsettled.note(row.id, stages.affected);
    }
  }

  return {
    put(member) {
      const card = cardText(member);
      if (members.arrive(member, card)) return;
      const row = members.find(member);
      if (row) putAgain(workshop, row, card);
    },
    drop(name) {
      const row = members.find(name);
      if (row && row.card !== null) dropRow(workshop, row);
    },
    settle(limit = Number.POSITIVE_INFINITY) {
      keepToTerms(workshop);
      return settle({ workshop, persons }, limit);
    },
    personOf(name) {
      const row = members.find(name);
      return row && row.card !== null ? persons.of(row) : undefined;
    },
    person(key) {
      const lead = members.withKey(key).find(({ id, card, person }) => card !== null && (person ?? id) === id);
      return lead && persons.of(lead);
    },
    joined: (after, limit) => persons.joined(after, limit),
    rename(key, to) {
      const lead = members.withKey(key).find(({ id, person }) => (person ?? id) === id);
      if (lead && key === to) return true;
      const next = lead && members.withKey(to).find(({ card, person }) => card !== null && person === lead.id);
      if (!lead || !next) return false;
      const evidence = persons.of(lead)?.evidence ?? [];
      persons.forget(lead);
      members.reassign(lead.id, next.id);
      persons.keep(next, evidence);
      return true;
    },
    say(saying) {
      if (sayings.keep(saying)) noteBoth(saying.one, saying.other);
    },
    unsay(one, other) {
      if (!sayings.forget(one, other)) return false;
      noteBoth(one, other);
      return true;
    },
    sayings: () => sayings.all(),
    shared: () => traits.shared(),
  };
}

/** A customer who is known: what is compared of them may have changed, or nothing. */
function putAgain(workshop: Workshop, row: MemberRow, card: string): void {
  const { members, unsettled, marks } = workshop;
  if (row.card === card) {
    unsettled.note(row.id, stages.touched);
    return;
  }
  members.write(row.id, card);
  if (row.id > marks.read('indexed')) return;
  const kept = new Set(digestsOf(workshop, { ...row, card }));
  const former = digestsOf(workshop, row).filter((digest) => !kept.has(digest));
  workshop.traits.remove(former.map((digest) => ({ digest, member: row.id })));
  unsettled.note(row.id, stages.changed, former);
}

function dropRow(workshop: Workshop, row: MemberRow): void {
  const { members, unsettled, marks } = workshop;
  const isNew = row.id > marks.read('indexed') && row.id > marks.read('settled');
  if (isNew && row.person === null) {
    members.remove(row.id);
    unsettled.clear(row.id);
    return;
  }
  const former = digestsOf(workshop, row);
  workshop.traits.remove(former.map((digest) => ({ digest, member: row.id })));
  members.write(row.id, null);
  unsettled.note(row.id, stages.indexed, former);
}

function digestsOf({ shared }: Workshop, { card, source }: Pick<MemberRow, 'card' | 'source'>): number[] {
  return card === null ? [] : readCard(card, { source, shared }).traits.map(({ digest }) => digest);
}
