import { z } from 'zod';
import { isSafeAddress } from '../http/safe-address.ts';

/** What the settings say of a Squarespace site. Its API key is a secret, and stands elsewhere. */
export const squarespaceSettings = z.strictObject({
  baseUrl: z
    .string()
    .refine(isSafeAddress, 'an address that starts with https://, such as "https://api.squarespace.com"')
    .default('https://api.squarespace.com')
    .describe('The address of the Squarespace API.'),
  auth: z
    .enum(['key', 'oauth'])
    .default('key')
    .describe(
      'What the stored secret is: an API key of the site ("key"), or an OAuth access token ("oauth"), which ends after 30 minutes and is not renewed from here.',
    ),
  requestsPerMinute: z
    .int()
    .min(1)
    .nullable()
    .default(300)
    .describe('How many requests a minute the site allows, reading and writing together; null for no limit.'),
  timeoutSeconds: z.int().min(1).max(600).default(60).describe('How long Squarespace may take for one answer.'),
  lagSeconds: z
    .int()
    .min(0)
    .max(3600)
    .default(0)
    .describe('Orders changed so shortly before a reading are left to the next one.'),
  overlapMinutes: z
    .int()
    .min(0)
    .max(1440)
    .default(5)
    .describe('How far each reading of orders reaches back behind the end of the one before.'),
});

/** What the settings say of a Squarespace site. */
export type SquarespaceSettings = z.infer<typeof squarespaceSettings>;
