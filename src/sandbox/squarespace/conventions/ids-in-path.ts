import { invalid, notFound } from './refusal.ts';

const mostIds = 50;

/** Everything that a list of ids in a path names. Throws 400 for more than 50, and 404 where a single one is unknown. */
export function allOf<T>(ids: string, find: (id: string) => T | undefined): T[] {
  const wanted = [...new Set(ids.split(',').map((id) => id.trim()))];
  if (wanted.length > mostIds) throw invalid(`At most ${mostIds} ids may be given.`);
  return wanted.map((id) => {
    const found = find(id);
    if (found === undefined) throw notFound('One or more of the ids are unknown.');
    return found;
  });
}
