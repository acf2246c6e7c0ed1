import type { ShopFront, Stream } from '../connectors/shop-front.ts';
import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId } from '../model/ids.ts';
import { feedKinds } from '../model/record.ts';
import type { PagedStream } from '../staging/pages.ts';
import { createStaging, type Staging } from '../staging/staging.ts';
import { TillbridgeError } from '../support/errors.ts';
import type { Destination } from './destinations.ts';

/** The shop's website, as a source of rows. */
export interface ShopFrontSource {
  /** The source's name, and the destination's. */
  readonly id: DestinationId;
  /** As people call it: "Squarespace". */
  readonly label: string;
  readonly shopFront: ShopFront;
  readonly staging: Staging;
}

/** The one destination that can be read too, if there is one. Throws a `TillbridgeError` ('settings') for a second. */
export function shopFrontAmong(
  destinations: readonly Destination[],
  database: WritableDatabase,
): ShopFrontSource | undefined {
  const [first, second] = destinations.flatMap(({ id, label, connector }) =>
    connector.shopFront ? [{ id, label, shopFront: connector.shopFront }] : [],
  );
  if (first && second) {
    throw new TillbridgeError('settings', `opening the destinations: ${first.id} and ${second.id} are both websites`, {
      hint: 'One home folder serves one till and one website. Take one of them out of settings.json, or give it a home folder of its own.',
    });
  }
  return first && { ...first, staging: createStaging(database, first.id) };
}

/** A stream, as staging needs to know it: what no stream brings by itself comes as parts of those that have some. */
export function pagedStream(
  { fields, origins, latestBy, streams }: ShopFront,
  { name, kinds, brings }: Stream,
): PagedStream {
  const own = new Set(streams.flatMap((stream) => stream.kinds));
  const parts = feedKinds.filter((kind) => fields[kind] !== undefined && !own.has(kind));
  const layouts = Object.fromEntries(
    [...kinds, ...parts].map(
      (kind) =>
        [kind, { fields: fields[kind] ?? [], origins: origins[kind] ?? {}, latestBy: latestBy?.[kind] }] as const,
    ),
  );
  return { name, kinds, parts, whole: brings === 'everything', layouts };
}
