import type { Instant, TillKey } from '../../model/ids.ts';

/** One of the customers who are one person. */
export interface PersonMember {
  /** "Till", "Website". */
  readonly label: string;
  readonly channel: 'pos' | 'web';
  readonly key: TillKey;
  readonly name: string;
  readonly email: string | null;
}

/** One value of a person, and where it stands. */
export interface PersonField {
  readonly field: string;
  /** What people call it: "postcode". */
  readonly noun: string;
  readonly value: string;
  /** What its source calls it: `CUST.EMAIL`; '' for what is reckoned from all of them. */
  readonly origin: string;
  /** Who gave it; null where it is reckoned from all of them. */
  readonly member: TillKey | null;
}

/** One human being: who they are at each source, why that is known, and which value came from where. */
export interface PersonView {
  /** The key under which destinations know them. */
  readonly key: TillKey;
  readonly name: string;
  readonly members: readonly PersonMember[];
  /** One sentence for each thing that shows it. */
  readonly because: readonly string[];
  readonly fields: readonly PersonField[];
}

/** A web order and the till's sale for it, which are one sale. */
export interface KeyedOrderView {
  readonly order: TillKey;
  /** As the website shows it: "1042". */
  readonly number: string;
  readonly sale: TillKey;
  readonly because: string;
  readonly since: Instant;
}

/** What somebody of the shop said about two customers. */
export interface SaidOfTwo {
  readonly one: TillKey;
  readonly other: TillKey;
  /** Both of them, as people know them: "Ada Lovelace (10433)", "ada@example.com on the website". */
  readonly called: readonly [one: string, other: string];
  readonly are: 'one' | 'two';
  readonly because: string;
  readonly at: Instant;
}

/**
 * Who is whom, and what a person may say about it. Customers are named by their number at the till, or by the e-mail address
 * that the website has of them. What is said takes effect with the next run. Throws a `TillbridgeError` ('settings') for a
 * name that nobody has, and where there is nothing to join.
 */
export interface People {
  show(who: string): PersonView;
  join(one: string, other: string, because: string): void;
  split(one: string, other: string, because: string): void;
  /** Takes back what was said of two. False where nothing was. */
  undo(one: string, other: string): boolean;
  said(): readonly SaidOfTwo[];
  /** How many persons there are with several customers, and how many of them are known at the till and on the website. */
  counts(): { readonly joined: number; readonly both: number };
}
