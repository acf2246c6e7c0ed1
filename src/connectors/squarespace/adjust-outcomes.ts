import type { Outcome, Parcel } from '../contract.ts';
import type { RemoteId } from '../../model/ids.ts';
import { siteId } from './keys.ts';
import type { InventoryItem } from './wire/product.ts';

/** The change of one variant's stock, in pieces. */
export interface Adjustment {
  readonly parcel: Parcel;
  readonly variantId: string;
  /** What the website was given so far, by our ledger. */
  readonly held: number;
  /** More than none goes on sale, less than none comes off. */
  readonly change: number;
}

/** The adjustment that a parcel asks for; undefined where nobody knows what the website has, so that no change can be reckoned. */
export function adjustmentOf(parcel: Parcel): Adjustment | undefined {
  const { record, held, key } = parcel;
  const before = held?.['supply'];
  if (typeof before !== 'number' || !record || !('supply' in record)) return undefined;
  return { parcel, variantId: siteId(key), held: before, change: record.supply - before };
}

/** The variant took the change. */
export function adjusted({ variantId }: Adjustment): Outcome {
  return { kind: 'delivered', remoteId: variantId as RemoteId, created: false };
}

function refused(code: string): Outcome {
  return { kind: 'refused', faults: [{ field: '', code }] };
}

function again(reason: string): Outcome & { readonly kind: 'retry' } {
  return { kind: 'retry', reason, mayHaveArrived: false, scope: 'record' };
}

/** Why the site cannot take an adjustment, by what it says of the variant now; undefined where it can. */
function standsInTheWay({ held, change }: Adjustment, item: InventoryItem | undefined): Outcome | undefined {
  if (!item) return refused('variant_gone');
  if (item.isUnlimited === true || item.quantity === null || item.quantity === undefined) {
    return refused('stock_not_counted');
  }
  if (item.quantity + change >= 0) return undefined;
  if (item.quantity <= 0) return refused('oversold');
  // What is still there comes off sale at once; only what is left after that is for people.
  return { ...again('fewer are there than have to come off sale'), partly: { supply: held - item.quantity } };
}

/** A request that was refused as a whole, with what the site said, and what it shows of its variants since. */
export interface RefusedRequest {
  readonly adjustments: readonly Adjustment[];
  /** As the site put it: INSUFFICIENT_STOCK, STOCK_EXCEEDS_MAX, … */
  readonly subtype: string | undefined;
  /** For Details. */
  readonly said: string;
  readonly items: readonly InventoryItem[];
}

/**
 * What a refusal of the whole request means for each adjustment in it. None of them was made. Those that are to blame are
 * found by what the site shows, and the others go again without them. Where nobody is found, it was the state of a moment;
 * or, for what cannot be seen from outside, the request has to be halved until it is alone.
 */
export function refusedAdjustments({
  adjustments,
  subtype,
  said,
  items,
}: RefusedRequest): ReadonlyMap<string, Outcome> {
  const byVariant = new Map(items.map((item) => [item.variantId, item]));
  const found = adjustments.map((adjustment) => {
    const blame = standsInTheWay(adjustment, byVariant.get(adjustment.variantId));
    return [adjustment.parcel.ref, blame] as const;
  });
  if (found.some(([, blame]) => blame)) {
    return new Map(
      found.map(([ref, blame]) => [ref, blame ?? again('another article in the same request was refused')]),
    );
  }
  const [first] = adjustments;
  if (subtype === 'STOCK_EXCEEDS_MAX' && first && adjustments.length === 1) {
    return new Map([[first.parcel.ref, refused('stock_too_high')]]);
  }
  const isMoment = subtype === 'INSUFFICIENT_STOCK' || subtype === 'STOCK_NOT_TRACKED';
  const outcome: Outcome = isMoment ? again(said) : { kind: 'indivisible', reason: said };
  return new Map(found.map(([ref]) => [ref, outcome]));
}
