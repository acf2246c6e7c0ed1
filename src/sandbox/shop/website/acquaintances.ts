import { byWeight } from '../by-weight.ts';
import { firstNames } from '../names.ts';
import { householdPhone } from '../phone.ts';
import { createRandom, type Random } from '../random.ts';
import { streams, type ShopFrame } from '../shop-frame.ts';
import { atTill, onWeb, type Cast, type WebPerson } from './cast.ts';
import { addressOf, plainLetters, shortForms, someAddress, type Name } from './spelling.ts';
import type { TillGuests } from './till-guests.ts';
import type { TillPerson } from './till-people.ts';
import { waysOfOthers, type Way } from './ways.ts';

/** What the people of a website are made from. */
export interface Casting {
  readonly frame: ShopFrame;
  readonly cast: Cast;
  readonly guests: TillGuests;
  /** Customers of the till who are not on the website yet. Whoever is taken is gone from it. */
  readonly till: (fits: (person: TillPerson) => boolean) => TillPerson | undefined;
}

/** An e-mail address that only the website has. */
export function webEmail({ firstName, lastName }: Name, place: number): string {
  const letters = (text: string) => plainLetters(text).replaceAll(/[^A-Za-z]/g, '');
  return `${letters(firstName)}.${letters(lastName)}.w${place}@home.example`.toLowerCase();
}

/** One in eight buys as a guest, and the website keeps no contact of them. */
export function keepsContact(place: number): boolean {
  return place % 8 !== 5;
}

/** Adds people whom the till knows as well, under another spelling. */
export function addAcquaintances(casting: Casting, count: number): void {
  const { frame } = casting;
  let ways = 0;
  for (let place = 0; place < count; place++) {
    const random = createRandom(frame.seed, streams.webPerson, place);
    if (place % 8 === 3) addByPhone(casting, random, place);
    else if (place % 20 === 6) addByShortForm(casting, random);
    else addByWay(casting, waysOfOthers[ways++] ?? byWeight(waysOfOthers, random), { random, place });
  }
}

function addByWay({ till, cast }: Casting, way: Way, { random, place }: { random: Random; place: number }): void {
  const known = till(way.fits);
  if (!known) return;
  const name = way.name(known, random);
  const email = way.email?.(known) ?? webEmail(name, cast.people.length);
  const address = livesAt(way, known, { name, random });
  join(cast, {
    known,
    how: way.how,
    by: way.by,
    web: { email, ...name, ...(address && { address }), contact: keepsContact(place) || !address, account: known.key },
  });
}

function livesAt({ lives, shouts }: Way, known: TillPerson, { name, random }: { name: Name; random: Random }) {
  if (lives === 'unsaid') return undefined;
  const address = lives === 'there' ? addressOf(known, name) : someAddress(random, name);
  if (!address || !shouts) return address;
  const { address1, city, postalCode } = address;
  return {
    ...address,
    address1: address1.toUpperCase(),
    city: city.toUpperCase(),
    postalCode: postalCode.replace(' ', '').toLowerCase(),
  };
}

/** Another e-mail address, but the same number, typed in another way. */
function addByPhone({ guests, cast }: Casting, random: Random, place: number): void {
  const { person: known, phone } = guests.invite({ firstName: random.pick(firstNames) });
  const name = { firstName: known.firstName, lastName: known.lastName };
  const address = someAddress(random, name, householdPhone(phone, random).typed);
  const web = { email: webEmail(name, cast.people.length), ...name, address };
  join(cast, {
    known,
    how: 'another e-mail address, the same telephone',
    by: 'phone',
    web: { ...web, contact: keepsContact(place), account: known.key },
  });
}

function addByShortForm({ guests, cast }: Casting, random: Random): void {
  const [firstName, short] = random.pick(shortForms);
  const { person: known } = guests.invite({ firstName });
  const web = { email: known.email, firstName: short, lastName: known.lastName };
  join(cast, {
    known,
    how: 'short form of the first name',
    by: 'email',
    web: { ...web, contact: true, account: known.key },
  });
}

function join(
  { people, joins }: Cast,
  { known, web, how, by }: { known: TillPerson; web: WebPerson; how: string; by: Way['by'] },
): void {
  people.push(web);
  joins.push({ one: atTill(known.key), other: onWeb(web.email), by, how });
}
