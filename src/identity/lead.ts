import type { Node } from './node.ts';

/** The member whose key a person has: one whose key a person had before, else any; of several the first. Members stand in order. */
export function leadOf<N extends Node>(members: readonly N[], wasLead: (member: N) => boolean): N {
  const [first] = members;
  if (!first) throw new TypeError('a person came without members');
  return members.find(wasLead) ?? first;
}
