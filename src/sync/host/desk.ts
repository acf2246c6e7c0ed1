import { platform } from 'node:os';
import { usualPlaces } from './firebird-places.ts';
import type { Desk } from './host-contract.ts';
import { createSettingsDesk, type SettingsDeskParts } from './settings-desk.ts';
import { createTillDesk } from './till-desk.ts';

/** Everything about settings, before and after the shop is set up. */
export function createDesk(parts: SettingsDeskParts): Desk {
  const { home, now, keeper } = parts;
  return {
    ...createSettingsDesk(parts),
    ...createTillDesk({
      home,
      now,
      secretFor: (id) => keeper.secrets().secretFor(id),
      shop: () => keeper.settings()?.shop ?? null,
      places: { places: usualPlaces(platform(), keeper.environment()) },
    }),
  };
}
