import { z } from 'zod';
import { invalid } from './refusal.ts';

/** Where an element stands in its list: lists are sorted by the number, then by the text. */
export type Place = readonly [number, string];

const cursor = z.strictObject({
  /** The list, so that no cursor is taken for another's. */
  of: z.string(),
  /** What was asked for with the first page. */
  asked: z.record(z.string(), z.string()),
  /** When the first page was asked for. */
  at: z.number(),
  after: z.union([z.tuple([z.number(), z.string()]), z.int().min(0)]),
});

/** All that the next page needs to know. */
export type Cursor = z.infer<typeof cursor>;

/** An opaque text that is safe in an address. */
export function writeCursor(value: Cursor): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Throws 400 for what is no cursor of this list. */
export function readCursor(text: string, of: string): Cursor {
  try {
    const read = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (read.of === of) return read;
  } catch {
    // Falls through to the refusal.
  }
  throw invalid('The cursor is invalid.');
}
