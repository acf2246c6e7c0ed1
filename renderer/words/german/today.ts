import type { Texts } from '../words.ts';

/** What the screen *Today* says. */
export const today: Texts['today'] = {
  syncNow: 'Jetzt abgleichen',
  syncing: 'Ein Lauf ist unterwegs',
  endRun: 'Diesen Lauf beenden',
  ending: 'Endet beim nächsten sicheren Schritt …',
};
