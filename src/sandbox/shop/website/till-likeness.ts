import type { CustomerDraft } from '../customer.ts';
import { noDate } from '../calendar.ts';
import type { SampleShop } from '../shop.ts';
import { atTill } from './cast.ts';
import { plainLetters } from './spelling.ts';
import type { SampleTrap, TwoAtTheTill } from './tally.ts';
import { cleanValue } from './till-people.ts';

/** What tells whether two customers of the till could be one. */
interface Card {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthday: string;
}

/** Customers of the plain till who look like one another. */
export interface Likeness {
  readonly twoAtTheTill: readonly TwoAtTheTill[];
  readonly either: readonly SampleTrap[];
}

const letters = (text: string) =>
  plainLetters(text)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');

function cardOf(draft: CustomerDraft): Card {
  const birthday = String(draft.values.birthday ?? '');
  return {
    key: String(draft.values.key),
    firstName: letters(cleanValue(draft, 'firstName')),
    lastName: letters(cleanValue(draft, 'lastName')),
    birthday: birthday === noDate ? '' : birthday,
  };
}

/** `yes`: they are one person by any measure. `perhaps`: somebody may think so. */
function alike(one: Card, other: Card): 'yes' | 'perhaps' | 'no' {
  if (one.lastName !== other.lastName) return 'no';
  const born = one.birthday !== '' && other.birthday !== '' && one.birthday !== other.birthday;
  if (one.firstName !== '' && one.firstName === other.firstName) return born ? 'no' : 'yes';
  const mayBe = one.firstName === '' || other.firstName === '' || one.firstName[0] === other.firstName[0];
  return mayBe && !born ? 'perhaps' : 'no';
}

function* pairsOf<Thing>(things: readonly Thing[]): Generator<[Thing, Thing]> {
  for (const [place, one] of things.entries()) for (const other of things.slice(place + 1)) yield [one, other];
}

/**
 * Looks for what the plain till has by itself: two cards with one e-mail address, which is planted, and customers who
 * agree in a number and a name by chance, since there are few numbers that ring nowhere.
 */
export function likenessOf(shop: SampleShop): Likeness {
  const planted = new Set<string>();
  for (const { code, key } of shop.faults()) if (code === 'duplicate_email') planted.add(key);
  const byEmail = new Map<string, Card[]>();
  const byNumber = new Map<string, Card[]>();
  const note = (map: Map<string, Card[]>, value: string, card: Card) => {
    if (value !== '') map.set(value, [...(map.get(value) ?? []), card]);
  };
  for (const draft of shop.customers()) {
    const card = cardOf(draft);
    if (planted.has(card.key)) note(byEmail, cleanValue(draft, 'email').toLowerCase(), card);
    for (const number of new Set([cleanValue(draft, 'phone'), cleanValue(draft, 'mobile')]))
      note(byNumber, number, card);
  }
  const twoAtTheTill: TwoAtTheTill[] = [];
  const either: SampleTrap[] = [];
  const mayBeOne = (one: Card, other: Card, trap: string) =>
    either.push({ one: atTill(one.key), other: atTill(other.key), trap });
  for (const [email, cards] of byEmail)
    for (const [one, other] of pairsOf(cards)) {
      const verdict = alike(one, other);
      if (verdict === 'perhaps') mayBeOne(one, other, 'one e-mail address');
      else twoAtTheTill.push({ email, one: one.key, other: other.key, agree: verdict === 'yes' });
    }
  for (const cards of byNumber.values())
    for (const [one, other] of pairsOf(cards))
      if (alike(one, other) !== 'no') mayBeOne(one, other, 'one telephone number');
  return { twoAtTheTill, either };
}
