import { z } from 'zod';
import { instant, localDate, tillKey } from './ids.ts';

const text = z.string().nullable().optional();

/** A customer as one source knows them. Phones are E.164 where they could be read, else as they stood. Addresses are flat here; a connector nests them. */
export const customer = z.object({
  key: tillKey,
  title: text,
  firstName: text,
  lastName: text,
  company: text,
  email: text,
  phone: text,
  mobile: text,
  line1: text,
  line2: text,
  town: text,
  county: text,
  postcode: text,
  /** ISO 3166-1 alpha-2. */
  country: text,
  birthday: localDate.nullable().optional(),
  anniversary: localDate.nullable().optional(),
  marketingEmail: z.boolean().nullable().optional(),
  marketingSms: z.boolean().nullable().optional(),
  marketingPost: z.boolean().nullable().optional(),
  consentedAt: instant.nullable().optional(),
  tags: z.array(z.string()).nullable().optional(),
  /** British ring size, A to Z+6 in halves: `F½`. */
  ringSize: text,
  /** The only text that may hold line feeds. */
  notes: text,
  firstSeenAt: instant.nullable().optional(),
  lastPurchaseAt: instant.nullable().optional(),
  /** The channels through which the shop knows them; absent where there is only the till. */
  sources: z.array(z.enum(['pos', 'web'])).optional(),
});
export type Customer = z.infer<typeof customer>;

/** What a profile's SELECT for customers may name. `fullName` is for tills that keep the whole name in one column: it is taken apart where title, first and last name have no column of their own. */
export const customerFields = [
  'key',
  'title',
  'firstName',
  'lastName',
  'fullName',
  'company',
  'email',
  'phone',
  'mobile',
  'line1',
  'line2',
  'town',
  'county',
  'postcode',
  'country',
  'birthday',
  'anniversary',
  'marketingEmail',
  'marketingSms',
  'marketingPost',
  'consentedAt',
  'tags',
  'ringSize',
  'notes',
  'firstSeenAt',
  'lastPurchaseAt',
] as const;
