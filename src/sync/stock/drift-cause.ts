/** Why what the website shows is not what it was given less what was ordered there, as far as one can tell. */
export const driftCauses = ['not-put-back', 'put-back', 'by-hand'] as const;
export type DriftCause = (typeof driftCauses)[number];

/** What the orders of one article say. */
export interface DriftClues {
  /** Pieces that the website has more than it should; less where it is below zero. */
  readonly difference: number;
  /** Pieces of each order that was cancelled. */
  readonly cancelled: readonly number[];
  /** Pieces of each order that stands. */
  readonly standing: readonly number[];
}

/**
 * The likely cause of a drift. Cancelling an order puts nothing back on its own there, and paying one back may: both leave
 * a difference of just as many pieces as the order had.
 */
export function likelyCause({ difference, cancelled, standing }: DriftClues): DriftCause {
  if (difference < 0 && cancelled.includes(-difference)) return 'not-put-back';
  if (difference > 0 && standing.includes(difference)) return 'put-back';
  return 'by-hand';
}

const words: Readonly<Record<DriftCause, string>> = {
  'not-put-back': 'an order was cancelled, and its pieces were not put back into the website’s stock',
  'put-back': 'pieces of an order that stands were put back into the website’s stock',
  'by-hand': 'somebody changed the stock on the website by hand',
};

/** The cause as the end of a sentence: "probably because …". */
export function causeWords(cause: DriftCause): string {
  return words[cause];
}
