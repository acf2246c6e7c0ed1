import { instantOf, type DestinationId } from '../model/ids.ts';
import { giveWay } from '../support/give-way.ts';
import { createPieces } from '../support/pieces.ts';
import type { RunOptions } from './agent-contract.ts';
import type { Engine } from './engine.ts';

/** How long one transaction may last, in milliseconds, before others get a turn; and how many problems it closes. */
const piece = { goal: 16, least: 100, most: 2000 };

/**
 * Closes what is open of destinations that were taken out of the settings: there is nothing to mend it for. When such a
 * destination comes back, everything is judged for it from the beginning.
 */
export async function dropProblems(engine: Engine, { signal }: Pick<RunOptions, 'signal'>): Promise<void> {
  const { database, problems, checker, destinations, clock } = engine;
  const kept = new Set(destinations.map(({ id }) => id));
  const pieces = createPieces(piece);
  const drop = database.transaction((destination: DestinationId, limit: number) => {
    checker.forget(destination);
    return problems.drop(destination, { at: instantOf(clock()), limit });
  });
  for (const destination of problems.destinations().filter((id) => !kept.has(id))) {
    let isMore = true;
    while (isMore) {
      signal.throwIfAborted();
      const limit = pieces.size();
      isMore = pieces.piece(limit, () => drop.immediate(destination, limit)) === limit;
      await giveWay();
    }
  }
}
