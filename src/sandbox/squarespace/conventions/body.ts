import { z } from 'zod';
import { invalid } from './refusal.ts';

/** The JSON of a body. Throws 400 where its media type is another, or it is no JSON. */
export function parseBody(raw: Buffer, given: string | undefined, wanted: string): unknown {
  const type = (given ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== wanted) throw invalid(`The Content-Type must be ${wanted}.`, 'INVALID_CONTENT_TYPE');
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    throw invalid('The body is not JSON.', null);
  }
}

function isAbsent(value: unknown, path: readonly PropertyKey[]): boolean {
  let inside = value;
  for (const step of path) inside = (inside as Readonly<Record<PropertyKey, unknown>> | undefined)?.[step];
  return inside === undefined;
}

/** The body in the shape of the schema, or 400 with the first thing that is wrong with it. */
export function shaped<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  const name = path.map(String).join('.') || 'The body';
  throw invalid(`${name}: ${issue?.message ?? 'invalid'}`, isAbsent(body, path) ? 'MISSING_ARGUMENT' : undefined);
}
