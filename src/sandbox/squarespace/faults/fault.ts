import { z } from 'zod';
import { refusalStatuses } from '../conventions/refusal.ts';

const when = {
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional().describe('Any, where it is absent.'),
  path: z.string().default('*').describe('`/1.0/commerce/orders`; a star stands for anything: `*/adjustments`.'),
  skip: z.int().min(0).default(0).describe('How many requests that it fits it lets pass first.'),
  times: z.int().min(1).nullable().optional().describe('How many requests it strikes; null until it is cleared.'),
  probability: z.number().min(0).max(1).default(1).describe('How likely it strikes a request that it fits.'),
};

/** What can be made to go wrong. Without `times` a fault strikes once, or, where it has a probability, until it is cleared. */
export const fault = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('answer'),
      ...when,
      status: z.literal(refusalStatuses),
      type: z.string().optional().describe('Where it is not the usual one of the status.'),
      subtype: z.string().nullable().optional().describe('`CONCURRENT_MODIFICATION`; none, where it is absent.'),
      format: z.enum(['json', 'html']).default('json'),
      retryAfter: z.int().min(0).optional().describe('Seconds, for a header Retry-After.'),
    })
    .describe('The request is answered so without being looked at.'),
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
]);
export type Fault = z.infer<typeof fault>;

/** A fault as it is asked for, before its defaults. */
export type FaultRequest = z.input<typeof fault>;

/** The one fault of a kind. */
export type FaultOf<K extends Fault['kind']> = Extract<Fault, { kind: K }>;
