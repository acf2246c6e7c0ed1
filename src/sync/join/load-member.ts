import type { MemberName } from '../../identity/person.ts';
import type { Candidate } from '../../identity/survivorship.ts';
import type { Settings } from '../../settings/settings.ts';
import type { StagedRow } from '../../staging/staging.ts';
import type { Reading } from '../../validation/reading.ts';
import { customerReader } from '../records.ts';
import type { JoinedSource } from './joining.ts';
import { createPurchases, type Purchases } from './purchases.ts';

/** A member of a person, with everything that decides what the person gets from them. */
export interface LoadedMember extends Candidate {
  readonly source: string;
  readonly kind: 'customer' | 'buyer';
  readonly purchases: Purchases | undefined;
}

/** Loads members of persons from their sources' rows; undefined for one who is not there. */
export function createMemberLoader(
  sources: readonly JoinedSource[],
  settings: Settings,
): (name: MemberName) => LoadedMember | undefined {
  const feeds = new Map(
    sources.map((source) => {
      const purchasesOf = createPurchases(source, settings.shop);
      const kinds = source.customers.map((kind) => ({
        kind,
        fields: source.staging.feed(kind).fields,
        read: customerReader(source.staging, kind, settings),
      }));
      return [source.id, { source, purchasesOf, kinds }] as const;
    }),
  );

  return ({ source: id, key }) => {
    const feed = feeds.get(id);
    for (const { kind, fields, read } of feed?.kinds ?? []) {
      const row = feed?.source.staging.row(kind, key);
      if (!feed || !row?.cells) continue;
      const purchases = feed.purchasesOf(key);
      const { record: customer } = read(row);
      const { channel } = feed.source;
      return {
        source: id,
        kind,
        key,
        channel,
        customer,
        purchases,
        recency: recencyOf(customer, purchases),
        cells: cellsOf(fields, row),
      };
    }
    return undefined;
  };
}

/** What a source last heard of somebody: the only measure that a lost database of ours would find again. */
function recencyOf(
  { firstSeenAt, lastPurchaseAt, consentedAt }: Reading<'customer'>['record'],
  purchases?: Purchases,
): number {
  const moments = [firstSeenAt, lastPurchaseAt, consentedAt, purchases?.last].flatMap((moment) => moment ?? []);
  return Math.max(0, ...moments.map((moment) => Date.parse(moment)));
}

function cellsOf(fields: readonly string[], { cells }: StagedRow): LoadedMember['cells'] {
  const entries = fields.flatMap((field, index) => (field === 'key' ? [] : [[field, cells?.[index] ?? null] as const]));
  return Object.fromEntries(entries);
}
