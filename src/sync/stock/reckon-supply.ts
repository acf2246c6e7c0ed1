/** What decides how many pieces a shop front ought to have been given of one article. */
export interface SupplyFacts {
  /** Pieces in the shop, as the till says; it may say less than none. */
  readonly till: number;
  /** Pieces that the shop front sold or holds for an order, by the orders we know. */
  readonly ordered: number;
  /** Those of them that are off the till's stock already. */
  readonly keyed: number;
  /** Pieces that the shop keeps for itself. */
  readonly kept: number;
  /** What the shop front was given, as far as we know. */
  readonly held: number | null;
}

/** See `reckonSupply`. */
export interface Reckoned {
  readonly supply: number;
  /** Pieces that were ordered, and that the shop does not have. */
  readonly short: number;
}

/**
 * How many pieces a shop front ought to have been given: so many that what it shows, which is that less what was ordered,
 * is what the shop has, less what was ordered and not keyed yet, less what is kept back.
 *
 * It cannot show less than none. Where it would have to, it is brought to none and no further: never up, because a figure
 * that is below none already was sold by somebody else.
 */
export function reckonSupply({ till, ordered, keyed, kept, held }: SupplyFacts): Reckoned {
  const wanted = till + keyed - kept;
  const toNone = Math.min(ordered, held ?? ordered);
  const open = Math.max(0, ordered - keyed);
  return { supply: Math.max(wanted, toNone), short: Math.min(open, Math.max(0, open - till)) };
}
