import { householdPhone } from '../phone.ts';
import { createRandom, type Random } from '../random.ts';
import { streams } from '../shop-frame.ts';
import { webEmail, type Casting } from './acquaintances.ts';
import { atTill, onWeb, type Cast, type WebPerson } from './cast.ts';
import { addressOf, someAddress, type Name } from './spelling.ts';
import type { Who } from './tally.ts';
import type { TillPerson } from './till-people.ts';

/** Sets one trap: people who look like one another and are not the same. */
type Trap = (casting: Casting, random: Random, place: number) => void;

function stranger({ people }: Cast, name: Name, parts: Pick<WebPerson, 'address'> & { email?: string }): Who {
  const { email = webEmail(name, people.length), address } = parts;
  people.push({ email, ...name, ...(address && { address }), contact: true });
  return onWeb(email);
}

function apart({ nonJoins }: Cast, one: Who, { other, trap }: { other: Who; trap: string }): void {
  nonJoins.push({ one, other, trap });
}

const nameOf = ({ firstName, lastName }: TillPerson): Name => ({ firstName, lastName });

function sameName({ cast, till, guests }: Casting, random: Random): void {
  const known = till(() => true);
  if (!known) return;
  const name = nameOf(known);
  const address = someAddress(random, name, householdPhone(guests.nextPhone(), random).typed);
  apart(cast, atTill(known.key), { other: stranger(cast, name, { address }), trap: 'same name, another person' });
}

/** Of one house and one telephone, with a first name of their own. */
function ofOneHouse(first: string, other: string, trap: string): Trap {
  return ({ cast, guests }, random) => {
    const { person, phone } = guests.invite({ firstName: first });
    const name = { firstName: other, lastName: person.lastName };
    const address = addressOf(person, name, householdPhone(phone, random).typed);
    apart(cast, atTill(person.key), { other: stranger(cast, name, { ...(address && { address }) }), trap });
  };
}

/** Two cards at the till, which only their birthdays tell apart. */
function fatherAndSonOfOneName({ cast, guests }: Casting): void {
  const { person: father, phone } = guests.invite({ firstName: 'Owen', birthday: '1948-03-02' });
  const { person: son } = guests.invite({
    firstName: 'Owen',
    lastName: father.lastName,
    birthday: '1979-11-21',
    house: father,
    phone,
  });
  apart(cast, atTill(father.key), { other: atTill(son.key), trap: 'father and son of one name' });
}

function familyEmail({ cast, guests }: Casting, random: Random, place: number): void {
  const email = `family.w${place}@home.example`;
  const { person } = guests.invite({ firstName: 'Maureen', email });
  const name = { firstName: 'Gareth', lastName: person.lastName };
  const address = addressOf(person, name) ?? someAddress(random, name);
  apart(cast, atTill(person.key), { other: stranger(cast, name, { email, address }), trap: 'family e-mail address' });
}

/** Everybody who gave no address of their own got the same one; two of them have one name besides. */
function sharedAddress(email: string, knownBy: 'setting' | 'form'): Trap {
  return ({ cast, guests }, random, place) => {
    // One address a shop: further places would only make it better known.
    if (place > 0) return;
    cast.sharedAddresses.push({ email, knownBy });
    const known = ['Hazel', 'Roger', 'Imogen', 'Trevor'].map((firstName) => guests.invite({ firstName, email }));
    for (const { person } of known.slice(0, 1)) {
      const name = nameOf(person);
      const other = stranger(cast, name, { email, address: someAddress(random, name) });
      apart(cast, atTill(person.key), { other, trap: 'one address for everybody' });
    }
    for (const [index, { person }] of known.entries())
      for (const { person: other } of known.slice(index + 1))
        apart(cast, atTill(person.key), { other: atTill(other.key), trap: 'one address for everybody' });
  };
}

function sharedLandline({ cast, guests }: Casting, random: Random): void {
  const { person, phone } = guests.invite({ firstName: 'Priscilla', lastName: 'Wren' });
  const typed = householdPhone(phone, random).typed;
  for (const name of [
    { firstName: 'Duncan', lastName: 'Okafor' },
    { firstName: 'P.', lastName: 'Wren' },
  ]) {
    const other = stranger(cast, name, { address: someAddress(random, name, typed) });
    apart(cast, atTill(person.key), { other, trap: 'one telephone for an office' });
  }
}

/** A card made anew for somebody who had one: one person, and something for staff to see to. */
function twoCardsOfOne({ cast, guests }: Casting, _: Random, place: number): void {
  const { person: first } = guests.invite({ firstName: 'Robert' });
  const { lastName, email } = first;
  const { person: second } = guests.invite({ firstName: 'Rob', lastName, email });
  cast.twoAtTheTill.push({ email, one: first.key, other: second.key, agree: true });
  // Every other of them is on the website too.
  if (place % 2 > 0) return;
  const web = { email, firstName: 'Robert', lastName, contact: true, account: first.key };
  cast.people.push(web);
  for (const key of [first.key, second.key])
    cast.joins.push({ one: atTill(key), other: onWeb(email), by: 'email', how: 'two cards at the till' });
}

function coupleAtTheTill({ cast, guests }: Casting): void {
  const { person: first, phone } = guests.invite({ firstName: 'Bridget' });
  const { lastName, email } = first;
  const { person: second } = guests.invite({ firstName: 'Winston', lastName, email, house: first, phone });
  cast.twoAtTheTill.push({ email, one: first.key, other: second.key, agree: false });
  apart(cast, atTill(first.key), { other: atTill(second.key), trap: 'a couple with one e-mail address' });
}

const traps: readonly Trap[] = [
  sameName,
  ofOneHouse('Clive', 'Neil', 'father and son'),
  ofOneHouse('Jean', 'Joan', 'sisters with names alike'),
  ofOneHouse('Graham', 'Gillian', 'a couple with one initial'),
  fatherAndSonOfOneName,
  familyEmail,
  sharedAddress('counter@larkspur.example', 'setting'),
  sharedAddress('none@example.com', 'form'),
  sharedLandline,
  twoCardsOfOne,
  coupleAtTheTill,
];

/** Sets every trap so many times. */
export function setTraps(casting: Casting, times: number): void {
  for (let place = 0; place < times; place++) {
    const random = createRandom(casting.frame.seed, streams.webPerson, -1 - place);
    for (const trap of traps) trap(casting, random, place);
  }
}
