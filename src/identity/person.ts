import type { Customer } from '../model/customer.ts';
import type { Instant, TillKey } from '../model/ids.ts';

/** A customer by the source that knows them (`till`, or a shop front's id) and their key there. */
export interface MemberName {
  readonly source: string;
  readonly key: TillKey;
}

/** A customer of one source, as they were read. */
export interface Member extends MemberName {
  readonly channel: 'pos' | 'web';
  readonly customer: Customer;
}

/**
 * Why two customers are one person. `account`: one and the same account of a shop front. `email`: the same address, and
 * names that agree. `phone`: the same number, and names that agree. `address`: the same name in the same house. `said`:
 * a person of the shop said so.
 */
export const grounds = ['said', 'account', 'email', 'phone', 'address'] as const;
export type Ground = (typeof grounds)[number];

/** What joined two customers, kept for as long as they are joined. */
export interface Evidence {
  readonly one: MemberName;
  readonly other: MemberName;
  readonly by: Ground;
  /** What they have in common, as people read it: "ada@example.com", "07700 900123", "Ada Lovelace, 12, IP33 1AA". */
  readonly value: string;
}

/** One human being, as far as the sources tell. */
export interface Person {
  /**
   * The key under which destinations know them: that of one of the members. It stays the same while that member belongs
   * to the person; of several that had one, the till's comes first, then the lowest.
   */
  readonly key: TillKey;
  /** In order: the till's before others, then by key. */
  readonly members: readonly MemberName[];
  readonly evidence: readonly Evidence[];
}

/** What somebody of the shop said about two customers. It stands above every other ground, until it is taken back. */
export interface Saying {
  readonly one: MemberName;
  readonly other: MemberName;
  readonly are: 'one' | 'two';
  readonly because: string;
  readonly at: Instant;
}

/** What became of persons when customers changed. */
export interface Settled {
  /** Persons who came, whose members changed, or one of whose members changed. */
  readonly changed: readonly TillKey[];
  /** Keys that no person has any more, and who has their members now; null where they are gone. */
  readonly retired: readonly { readonly key: TillKey; readonly into: TillKey | null }[];
  /** Customers who belong to another person than before, newcomers who joined somebody known among them. */
  readonly moved: readonly MemberName[];
  /** True where a limit was given and there is more to settle. */
  readonly more: boolean;
}

/** Joins customers into persons, in our own database. Writing happens inside the caller's transaction. */
export interface Identity {
  /** A customer as they are now. */
  put(member: Member): void;
  /** A customer who is gone. */
  drop(name: MemberName): void;
  /**
   * Joins what changed since the last time. Which customers form a person depends on the customers and on what was said
   * alone, never on the order in which they came. With a limit it does the work for about so many customers and says
   * whether there is more, so that a large settling need not be one transaction; what comes of it is the same.
   */
  settle(limit?: number): Settled;
  personOf(name: MemberName): Person | undefined;
  person(key: TillKey): Person | undefined;
  /** Every person of more than one member, in the order of their keys, from `after` on. */
  joined(after: string, limit: number): readonly Person[];
  /** Gives a person the key of another of their members: a destination knows them by it. False where no member has it. */
  rename(key: TillKey, to: TillKey): boolean;
  say(saying: Saying): void;
  /** Takes back what was said. False where nothing was. */
  unsay(one: MemberName, other: MemberName): boolean;
  sayings(): readonly Saying[];
  /** E-mail addresses and numbers that many share, or that name nobody: they join nobody. With how many have each. */
  shared(): readonly { readonly value: string; readonly customers: number }[];
}
