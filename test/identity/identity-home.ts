import { openDatabase, type WritableDatabase } from '../../src/database/open.ts';
import { createIdentity } from '../../src/identity/identity.ts';
import type { Identity, Member, MemberName, Person, Saying } from '../../src/identity/person.ts';
import type { Customer } from '../../src/model/customer.ts';
import type { Instant, TillKey } from '../../src/model/ids.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** An identity in a database of its own, in a file. */
export function newIdentity(
  sharedAddresses: readonly string[] = [],
): Identity & { readonly database: WritableDatabase } {
  const database = openDatabase(`${temporaryFolder()}/tillbridge.db`);
  // Nothing in these tests is told to anybody: a power cut may take it.
  database.pragma('synchronous = OFF');
  return { ...createIdentity(database, { sharedAddresses }), database };
}

/** An identity in memory, for laws that are tried on many. */
export function newIdentityInMemory(): Identity & { readonly database: WritableDatabase } {
  const database = openDatabase(':memory:');
  return { ...createIdentity(database, { sharedAddresses: [] }), database };
}

/** A customer's name: web keys are those of the website. */
export function nameOf(key: string): MemberName {
  return { source: key.startsWith('web-') ? 'squarespace' : 'till', key: key as TillKey };
}

/** A customer with these fields, of the till or of the website by their key. */
export function member(
  key: string,
  fields: Partial<Omit<Customer, 'key' | 'birthday'>> & { birthday?: string },
): Member {
  const channel = key.startsWith('web-') ? 'web' : 'pos';
  return { ...nameOf(key), channel, customer: { ...fields, key: key as TillKey } as Customer };
}

/** Something that was said of two customers. */
export function saying(one: string, other: string, parts: { are: 'one' | 'two'; at?: string }): Saying {
  const at = (parts.at ?? '2026-11-20T09:00:00.000Z') as Instant;
  return { one: nameOf(one), other: nameOf(other), are: parts.are, because: 'Said at the counter.', at };
}

/** Every person of more than one member, as their keys: `7 web-1`. */
export function joinedKeys(identity: Identity): string[] {
  return identity.joined('', 1_000_000).map(keysOf).toSorted();
}

/** The keys of a person's members, the person's own first. */
export function keysOf({ key, members }: Person): string {
  return [key, ...members.map((each) => each.key).filter((each) => each !== key)].join(' ');
}
