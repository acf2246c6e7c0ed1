import type { AccountCount, RunReport } from '../../../../src/sync/agent-contract.ts';

/** Rows that a run read, of every source. */
export function readIn({ read, shopFronts }: Pick<RunReport, 'read' | 'shopFronts'>): number {
  const counts = [read, ...Object.values(shopFronts)].flatMap((kinds) => Object.values(kinds));
  return counts.reduce((sum, count) => sum + count.rows, 0);
}

/** Records that a run put into any destination, or put away there. */
export function sentIn({ delivered }: Pick<RunReport, 'delivered'>): number {
  return Object.values(delivered)
    .flatMap((kinds) => Object.values(kinds))
    .reduce((sum, { created, updated, archived }) => sum + created + updated + archived, 0);
}

/** How long a run took, in milliseconds. */
export function tookOf({ run }: Pick<RunReport, 'run'>): number {
  return Date.parse(run.finishedAt) - Date.parse(run.startedAt);
}

/** Rows of which an account does not say where they stand: 0 where it adds up, as it must. */
export function missingIn({ rows, unchanged, sent, waiting, problem, excluded, joined }: AccountCount): number {
  return rows - (unchanged + sent + waiting + problem + excluded + joined);
}
