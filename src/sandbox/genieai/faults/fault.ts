import { z } from 'zod';

const when = {
  method: z.enum(['GET', 'POST']).optional().describe('Either, where it is absent.'),
  path: z.string().default('*').describe('`/contacts/import`; a star stands for anything: `*/import`.'),
  times: z.int().min(1).nullable().optional().describe('How many requests it strikes; null until it is cleared.'),
  probability: z.number().min(0).max(1).default(1).describe('How likely it strikes a request that it fits.'),
};

const statuses = [400, 401, 402, 403, 404, 409, 410, 413, 429, 500, 502, 503] as const;

/** What can be made to go wrong. Without `times` a fault strikes once, or, where it has a probability or is `poison`, until it is cleared. */
export const fault = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('answer'),
      ...when,
      status: z.literal(statuses),
      code: z
        .string()
        .optional()
        .describe('Where it is not the usual one of the status, such as `in_progress` for 409.'),
      format: z.enum(['json', 'html']).default('json'),
      retryAfter: z.int().min(0).optional().describe('Seconds, for a header Retry-After.'),
    })
    .describe('The request is answered so without being looked at, as a gateway would.'),
  z
    .strictObject({
      kind: z.literal('delay'),
      ...when,
      milliseconds: z.int().min(0),
      before: z.enum(['commit', 'answer']).default('commit'),
    })
    .describe('The far side is slow: before it does anything, or after it did all and before it answers.'),
  z
    .strictObject({ kind: z.literal('cut'), ...when, before: z.enum(['commit', 'answer']) })
    .describe('The connection breaks: before anything was done, or after all was done and before it is answered.'),
  z.strictObject({ kind: z.literal('truncate'), ...when }).describe('The JSON of the answer breaks off half way.'),
  z
    .strictObject({ kind: z.literal('omit'), ...when, count: z.int().min(1).default(1) })
    .describe('So many results are missing from the answer.'),
  z.strictObject({ kind: z.literal('duplicate'), ...when }).describe('One result stands twice in the answer.'),
  z.strictObject({ kind: z.literal('stranger'), ...when }).describe('One result has a ref that nobody sent.'),
  z
    .strictObject({ kind: z.literal('poison'), ...when, externalId: z.string() })
    .describe('A request with this record in it is refused whole with 400, without a word about which record it was.'),
]);
export type Fault = z.infer<typeof fault>;

/** A fault as it is asked for, before its defaults. */
export type FaultRequest = z.input<typeof fault>;

/** The one fault of a kind. */
export type FaultOf<K extends Fault['kind']> = Extract<Fault, { kind: K }>;
