/** An engine that has lived so long was well: its next death is a first one. In milliseconds. */
export const livedLongEnough = 60_000;

const first = 1000;
const longest = 60_000;

/** How long to wait before an engine is started again that has died `deaths` times in a row (at least once), in milliseconds. */
export function restartAfter(deaths: number): number {
  return Math.min(first * 2 ** Math.min(deaths - 1, 10), longest);
}
