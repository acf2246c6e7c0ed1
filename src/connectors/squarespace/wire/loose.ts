import { z } from 'zod';
import type { Instant } from '../../../model/ids.ts';
import { instantOf } from '../../../model/ids.ts';

/** Text, or null where there is none; a number is told as text. What is neither counts as not said. */
export const looseText = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null)
  .transform((text) => (text === undefined || text === '' ? null : text));

/** Yes or no; whatever else counts as not said. */
export const looseTruth = z
  .boolean()
  .nullish()
  .catch(null)
  .transform((truth) => truth ?? null);

/** A list, which a site may tell as null where it is empty. */
export function looseList<T extends z.ZodType>(element: T) {
  return z
    .array(element)
    .nullish()
    .transform((list) => list ?? []);
}

const moment = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(?:\.(\d+))?(Z|[+-]\d\d:?\d\d)$/;

/** A moment from ISO 8601 text with or without seconds, with a fraction of any length, in any zone; parts smaller than a millisecond are cut. Undefined where it is none. */
export function momentFrom(text: string): Instant | undefined {
  const [, minutes, seconds = ':00', fraction = '', zone = ''] = moment.exec(text.trim()) ?? [];
  if (minutes === undefined) return undefined;
  const place = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const at = Date.parse(`${minutes}${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${place}`);
  return Number.isNaN(at) ? undefined : instantOf(at);
}

/** A moment, or null where there is none that could be read. */
export const looseMoment = looseText.transform((text) => (text === null ? null : (momentFrom(text) ?? null)));

/** An amount as a site tells it: decimal text, and the currency's code where it says so. */
export interface WireMoney {
  readonly value: string;
  readonly currency: string | null;
}

/** An amount, or null where there is none. */
export const looseMoney = z
  .object({ value: z.union([z.string(), z.number().transform(String)]), currency: z.string().nullish().catch(null) })
  .nullish()
  .catch(null)
  .transform((money): WireMoney | null => (money ? { value: money.value, currency: money.currency ?? null } : null));
