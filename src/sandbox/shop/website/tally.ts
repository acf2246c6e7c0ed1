/** A customer of the sample shop: by their account number at the till, or by the e-mail address that the website has, in small letters. */
export type Who =
  | { readonly source: 'till'; readonly key: string }
  | { readonly source: 'web'; readonly email: string };

/** Two customers who are one person, and what shows it best. */
export interface SampleJoin {
  readonly one: Who;
  readonly other: Who;
  readonly by: 'email' | 'phone' | 'address';
  /** How the two differ: "initial for the first name". */
  readonly how: string;
}

/** Two customers who look alike and are two people. */
export interface SampleTrap {
  readonly one: Who;
  readonly other: Who;
  /** "father and son". */
  readonly trap: string;
}

/** An address that many give and that is nobody's own. */
export interface SharedAddress {
  readonly email: string;
  /** `setting`: only `people.sharedAddresses` can know it. `form`: it says so itself. */
  readonly knownBy: 'setting' | 'form';
}

/** Two customers of the till with the same e-mail address. */
export interface TwoAtTheTill {
  readonly email: string;
  readonly one: string;
  readonly other: string;
  /** Their names agree and nothing else stands between them: they are one person. */
  readonly agree: boolean;
}

/** A web order, and the sale as which staff keyed it into the till. */
export interface SamplePair {
  readonly order: string;
  readonly sale: string;
}

/** A web order as the books must have it. */
export interface SampleOrder {
  readonly number: string;
  readonly standing: 'sale' | 'open' | 'void' | 'test';
  /** Pence, less what was paid back. */
  readonly total: number;
  /** Null where the order names no e-mail address. */
  readonly email: string | null;
}

/** A variant that is an article of the till. */
export interface MatchedVariant {
  readonly sku: string;
  /** The article's key. */
  readonly article: string;
  readonly name: string;
  readonly by: 'sku' | 'barcode';
  /** What the website should show: the till's stock less the pieces of web orders that nobody keyed in yet. */
  readonly due: number;
  /** What it shows at first; null where it counts none. */
  readonly shown: number | null;
}

/** A variant that is no article of the till as it stands. */
export interface UnmatchedVariant {
  readonly sku: string;
  readonly name: string;
  readonly why: 'slip in the SKU' | 'another SKU and name' | 'only on the website';
  /** The article that it is; null where the till has none. An alias makes it matched. */
  readonly meant: string | null;
  /** The articles that have its name; one of them is to be suggested. None where the name says nothing. */
  readonly suggested: readonly string[];
}

/** Variants of several products with one SKU: nobody can say which of them is the article. */
export interface DoubledSku {
  readonly sku: string;
  readonly article: string;
  readonly variants: number;
}

/** A rule of `website.exclude` that suits the sample shop, and the SKUs that it takes out. */
export interface SampleExclusion {
  readonly rule: { readonly article?: string; readonly category?: string; readonly name?: string };
  readonly skus: readonly string[];
}

/** A variant whose stock is not what it should be, since somebody changed it by hand. */
export interface SampleDrift {
  readonly sku: string;
  readonly shown: number;
  readonly due: number;
}

/** Exactly what is to be found out about a sample website and the till beside it. */
export interface WebsiteTally {
  readonly joins: readonly SampleJoin[];
  readonly nonJoins: readonly SampleTrap[];
  /** Everybody who is known under several names, all of them. Whoever is in none of these is known once. */
  readonly persons: readonly (readonly Who[])[];
  /** Customers of the till who came to agree by chance in a number and a name: an honest judge may see them as one or as two. */
  readonly either: readonly SampleTrap[];
  readonly sharedAddresses: readonly SharedAddress[];
  readonly twoAtTheTill: readonly TwoAtTheTill[];
  /** E-mail addresses that several persons give; only one of them can carry it. */
  readonly contested: readonly { readonly email: string; readonly by: readonly Who[] }[];
  readonly orders: readonly SampleOrder[];
  /** Keyed in with the order's number. */
  readonly pairsByReference: readonly SamplePair[];
  /** Keyed in without it, for the same person on the same day with the same total. */
  readonly pairsByLikeness: readonly SamplePair[];
  /** Keyed in with the order's number, and with another total. */
  readonly otherTotals: readonly SamplePair[];
  /** Orders of the last days that staff have still to key in: their pieces are gone from the website, and not from the till. */
  readonly notKeyed: readonly string[];
  /** They look as if keyed in, and are sales of their own. */
  readonly notPairs: readonly (SamplePair & { readonly because: string })[];
  readonly matched: readonly MatchedVariant[];
  readonly unmatched: readonly UnmatchedVariant[];
  readonly doubled: readonly DoubledSku[];
  readonly excluded: readonly SampleExclusion[];
  readonly drift: readonly SampleDrift[];
  /** Variants that are articles of the till and of which the website counts none. */
  readonly uncounted: readonly string[];
  /** Variants of gift cards and services: nothing of them is on a shelf. */
  readonly intangible: readonly string[];
}
