import type { PersonMember } from '../../../src/sync/join/people-contract.ts';

/**
 * The customers of a person as people know them: a contact of the website and their orders there are the same to them, also
 * where the orders have no name of their own.
 */
export function membersOnce(members: readonly PersonMember[]): readonly PersonMember[] {
  const seen = new Map<string, PersonMember>();
  for (const member of members) {
    const { channel, key, name, email } = member;
    const known = JSON.stringify(channel === 'pos' ? [key] : [channel, email?.toLowerCase() ?? key]);
    const before = seen.get(known);
    if (!before || (before.name === '' && name !== '')) seen.set(known, member);
  }
  return [...seen.values()];
}
