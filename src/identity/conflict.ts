import { compareNames } from './name-agreement.ts';
import type { Node } from './node.ts';

/** Whether two customers cannot be one person by their names and birthdays, whatever they have in common. */
export function areDifferent(one: Node, other: Node): boolean {
  return haveOtherBirthdays(one, other) || compareNames(one.card.name, other.card.name) === 'different';
}

/** Whether two customers cannot be joined. One account of a shop front is one customer there, under whatever name they ordered. */
export function isConflict(one: Node, other: Node): boolean {
  return shareAccount(one, other) ? haveOtherBirthdays(one, other) : areDifferent(one, other);
}

function haveOtherBirthdays(one: Node, other: Node): boolean {
  const { birthday } = one.card;
  const otherBirthday = other.card.birthday;
  return birthday !== undefined && otherBirthday !== undefined && !isSameDay(birthday, otherBirthday);
}

/** A day and a month changed over are the same slip everywhere: 3 April and 4 March. */
function isSameDay(one: string, other: string): boolean {
  return one === other || one === `${other.slice(0, 5)}${other.slice(8)}-${other.slice(5, 7)}`;
}

function shareAccount(one: Node, other: Node): boolean {
  const account = one.card.traits.find(({ kind }) => kind === 'account');
  return account !== undefined && other.card.traits.some(({ kind, key }) => kind === 'account' && key === account.key);
}
