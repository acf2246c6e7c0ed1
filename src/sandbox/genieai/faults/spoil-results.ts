import { z } from 'zod';
import type { Strike } from './fault-script.ts';

const answer = z.looseObject({ results: z.array(z.record(z.string(), z.unknown())) });

/** The body of an answer as a fault leaves it; the state behind it, and the answer kept for a repetition, are as they were. */
export function spoilResults(body: string, blow: Strike['blow']): string {
  switch (blow?.kind) {
    case 'truncate':
      return body.slice(0, Math.floor(body.length / 2));
    case 'omit':
      return changed(body, (results) => results.slice(blow.count));
    case 'duplicate':
      return changed(body, (results) => [...results, ...results.slice(0, 1)]);
    case 'stranger':
      return changed(body, (results) =>
        results.map((each, place) => (place === 0 ? { ...each, ref: 'nobody-sent-this' } : each)),
      );
    default:
      return body;
  }
}

type Results = readonly Readonly<Record<string, unknown>>[];

/** Answers without results are left alone: a fault that is to strike imports has to name their path. */
function changed(body: string, change: (results: Results) => Results): string {
  const parsed = answer.safeParse(JSON.parse(body));
  return parsed.success ? JSON.stringify({ ...parsed.data, results: change(parsed.data.results) }) : body;
}
