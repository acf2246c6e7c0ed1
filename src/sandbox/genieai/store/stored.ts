import { z } from 'zod';

/** What GenieAI keeps, as its addresses name it. */
export const collections = ['contacts', 'products', 'sales'] as const;
export type Collection = (typeof collections)[number];

/** One record as GenieAI keeps it. Records are replaced, never changed in place. */
export const stored = z.object({
  /** GenieAI's own. */
  id: z.string(),
  /** The sender's key; null for a contact that shop staff made by hand in GenieAI. */
  externalId: z.string().nullable(),
  archived: z.boolean(),
  /** What stands in the record; a cleared field is absent. `externalId` is not among them. */
  fields: z.record(z.string(), z.unknown()),
  /** What GenieAI itself knows of a contact. */
  segments: z.array(z.string()).optional(),
  loyaltyTier: z.string().optional(),
  /** Grows with every change of anything: the newest change has the highest. */
  sequence: z.number(),
  /** Epoch milliseconds of the last change. */
  updatedAt: z.number(),
});
export type Stored = z.infer<typeof stored>;

/** What is left of a contact that was erased, or merged into another. */
export const tombstone = z.object({
  id: z.string(),
  externalId: z.string().nullable(),
  sequence: z.number(),
  updatedAt: z.number(),
});
export type Tombstone = z.infer<typeof tombstone>;

/** The answer that a write got, kept for whoever sends the same again. */
export const keptAnswer = z.object({
  key: z.string(),
  /** Tells one request from another: method, path and body, digested. */
  print: z.string(),
  status: z.number(),
  body: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
});
export type KeptAnswer = z.infer<typeof keptAnswer>;

/** One step of what happened, as the journal keeps it. */
export const step = z.discriminatedUnion('op', [
  z.object({ op: z.literal('put'), into: z.enum(collections), record: stored }),
  z.object({ op: z.literal('bury'), tombstone, erased: z.boolean() }),
  z.object({ op: z.literal('answer'), answer: keptAnswer }),
]);
export type Step = z.infer<typeof step>;
