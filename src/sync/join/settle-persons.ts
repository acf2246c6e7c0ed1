import { instantOf, type TillKey } from '../../model/ids.ts';
import type { Engine } from '../engine.ts';
import { giveWay } from '../../support/give-way.ts';
import { createJoinedThrough, type JoinedThrough } from './joined-through.ts';
import type { Joining } from './joining.ts';
import { hide, layPerson, type LayParts } from './lay-person.ts';
import { createMemberLoader } from './load-member.ts';
import { createSaleTouch } from './touch-sales.ts';

/** What persons of this shop are laid with, by what is staged now. */
export function layPartsOf({ settings }: Engine, { overlay, sources }: Joining): LayParts {
  return {
    overlay,
    owners: settings.people.owners,
    load: createMemberLoader(sources, settings),
    isTill: (source) => sources.some(({ id, channel }) => id === source && channel === 'pos'),
  };
}

/** Of a first load, so many customers are settled in one transaction, after which others get a turn: some 20 ms. */
const customersATime = 150;

/**
 * Joins whatever identity was fed since the last time, and brings what lies over the rows in step: who came, who changed,
 * whose key is gone, and whose sales belong to somebody else now. What is settled and what comes of it are one commit.
 */
export async function settlePersons(engine: Engine, joining: Joining, signal: AbortSignal): Promise<void> {
  const { database } = engine;
  const parts = layPartsOf(engine, joining);
  const some = database.transaction(() => settleSome(engine, joining, parts));
  while (some.immediate()) {
    signal.throwIfAborted();
    await giveWay();
  }
  const through = createJoinedThrough(database);
  database.transaction(() => layAll(joining, parts, buyersAmong(joining, through))).immediate();
}

/** Answers whether there is more. */
function settleSome(engine: Engine, joining: Joining, parts: LayParts): boolean {
  const { changed, retired, moved, more } = joining.identity.settle(customersATime);
  for (const key of retired) retire(engine, joining, key);
  layAll(joining, parts, changed);
  const touchSalesOf = createSaleTouch(engine.database, joining);
  for (const member of moved) touchSalesOf(member);
  return more;
}

function layAll({ identity }: Joining, parts: LayParts, keys: Iterable<string>): void {
  for (const key of keys) {
    const person = identity.person(key as TillKey);
    if (person) layPerson(parts, person);
  }
}

/** What was seen under a key that no person has any more is seen under another one now, or not at all. */
function retire({ clock }: Engine, { overlay }: Joining, { key, into }: { key: string; into: string | null }): void {
  const keys = overlay.row('customer', key) || into !== null ? [key, ...overlay.hiddenBehind('customer', key)] : [];
  for (const each of keys) {
    if (into !== null) hide(overlay, each, into);
    else overlay.write('customer', { key: each, parent: null, cells: null, vanishedAt: instantOf(clock()) });
  }
}

/** Persons who bought something since the last time: when they last did is part of them, and who is the newest hangs on it. */
function* buyersAmong({ overlay, sources }: Joining, through: JoinedThrough): Generator<string> {
  for (const { id, staging } of sources) {
    const reading = { source: id, name: 'purchases', rules: '' };
    const [after, upTo] = [through.of(reading), staging.feed('sale').lastRow];
    through.reached(reading, upTo);
    // At the first time everybody is laid anyway.
    const buyers = after === 0 ? [] : staging.changedParents('sale', { after, upTo });
    const persons = new Set(buyers.map((buyer) => overlay.shownAs('customer', buyer)));
    for (const person of persons) if (overlay.row('customer', person)?.cells) yield person;
  }
}
