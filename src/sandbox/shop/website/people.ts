import { createRandom } from '../random.ts';
import type { SampleShop } from '../shop.ts';
import { streams } from '../shop-frame.ts';
import { addAcquaintances } from './acquaintances.ts';
import { atTill, emptyCast, nameOf, type Cast } from './cast.ts';
import { createDraw } from './draw.ts';
import { addStrangers } from './strangers.ts';
import type { Who } from './tally.ts';
import { createTillGuests } from './till-guests.ts';
import { soundPeople } from './till-people.ts';
import { setTraps } from './traps.ts';

/** Two of five are also at the till. */
const known = 0.4;

/** One set of traps for so many people. */
const peopleATrap = 150;

/** Everybody of a website. */
export function castOf(shop: SampleShop, people: number): Cast {
  const { frame } = shop;
  const cast = emptyCast();
  const guests = createTillGuests(frame, cast.customers);
  const till = createDraw(soundPeople(shop), createRandom(frame.seed, streams.webPerson));
  const casting = { frame, cast, guests, till };
  addAcquaintances(casting, Math.round(people * known));
  setTraps(casting, Math.max(1, Math.round(people / peopleATrap)));
  addStrangers(casting, Math.max(0, people - cast.people.length));
  for (let left = 20; left > 0; left--) {
    const bystander = till();
    if (bystander) cast.bystanders.push(bystander.key);
  }
  return cast;
}

/** Everybody who is known under several names, all their names together. */
export function personsOf({ joins, twoAtTheTill }: Pick<Cast, 'joins' | 'twoAtTheTill'>): (readonly Who[])[] {
  const groups = new Map<string, Who[]>();
  const both = [
    ...joins.map(({ one, other }) => [one, other] as const),
    ...twoAtTheTill.filter(({ agree }) => agree).map(({ one, other }) => [atTill(one), atTill(other)] as const),
  ];
  for (const [one, other] of both) {
    const first = groups.get(nameOf(one)) ?? [one];
    const second = groups.get(nameOf(other)) ?? [other];
    const together = first === second ? first : [...first, ...second];
    for (const who of together) groups.set(nameOf(who), together);
  }
  return [...new Set(groups.values())];
}
