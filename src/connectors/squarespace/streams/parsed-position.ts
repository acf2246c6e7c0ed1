import type { z } from 'zod';

/** A position that we wrote ourselves; undefined where there is none, or another version of us wrote it: then everything is read again, which costs time and nothing else. */
export function parsedPosition<T>(schema: z.ZodType<T>, text: string | null): T | undefined {
  if (text === null) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
