/** What the screen *Today* says. */
export const today = {
  syncNow: 'Sync now',
  syncing: 'A run is under way',
  endRun: 'End this run',
  ending: 'Ending at the next safe point…',
};
