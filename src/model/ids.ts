import { z } from 'zod';

/** The key by which a source names one of its rows, as text; the parts of a composite key are joined with `-`. */
export const tillKey = z.string().brand<'TillKey'>();
export type TillKey = z.infer<typeof tillKey>;

/** The id that a destination gave to a record. */
export const remoteId = z.string().min(1).brand<'RemoteId'>();
export type RemoteId = z.infer<typeof remoteId>;

/** The name that the settings give a destination: small letters, digits and hyphens. */
export const destinationId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'a short name of small letters, digits and hyphens, such as "genieai"')
  .brand<'DestinationId'>();
export type DestinationId = z.infer<typeof destinationId>;

/** A moment, as ISO 8601 in UTC with milliseconds: `2026-03-29T00:30:00.000Z`. Sorts as text. */
export const instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof instant>;

/** The moment that is `milliseconds` after 1970-01-01 UTC. */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

/** A day of the calendar: `2026-03-29`. Sorts as text. */
export const localDate = z.iso.date().brand<'LocalDate'>();
export type LocalDate = z.infer<typeof localDate>;
