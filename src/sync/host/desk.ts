import { TillbridgeError } from '../../support/errors.ts';
import type { Desk } from './host-contract.ts';
import { createSettingsDesk, type SettingsDeskParts } from './settings-desk.ts';

/** Everything about settings, before and after the shop is set up. */
export function createDesk(parts: SettingsDeskParts): Desk {
  const missing = (): Promise<never> =>
    Promise.reject(new TillbridgeError('defect', 'asking: this is not built yet', { hint: 'Come back later.' }));
  return {
    ...createSettingsDesk(parts),
    findTills: missing,
    describeTill: missing,
    characterSets: missing,
    suggestProfile: missing,
    tryProfile: missing,
  };
}
