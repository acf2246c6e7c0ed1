import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { connectorKinds } from '../../connectors/registry.ts';
import { loadProfile, parseProfile } from '../../pos/load-profile.ts';
import type { Profile } from '../../pos/profile.ts';
import { reservedSecrets } from '../../settings/secrets.ts';
import { settings as schema, type Settings } from '../../settings/settings.ts';
import { parseSettings, saveSettings } from '../../settings/store.ts';
import type { Clock } from '../../support/clock.ts';
import { TillbridgeError } from '../../support/errors.ts';
import { writeFileWhole } from '../../support/write-file.ts';
import { complaintsAboutDestination } from '../destination-kinds.ts';
import type { Desk } from './host-contract.ts';
import type { HomeKeeper } from './opened-home.ts';
import { testDraft } from './test-draft.ts';

/** What the desk works with. */
export interface SettingsDeskParts {
  readonly home: string;
  readonly now: Clock;
  readonly keeper: HomeKeeper;
  /** Goes on with what was kept: at once, or as soon as the run that is under way has ended. */
  readonly refresh: () => Promise<void>;
  /** What is seen of the state has changed. */
  readonly revise: () => void;
}

/** The profile file of a shop that is being set up. */
const usualProfile = 'profile.json';

type SettingsDesk = Omit<Desk, 'findTills' | 'describeTill' | 'characterSets' | 'suggestProfile' | 'tryProfile'>;

/** The settings of one home, its secrets and its profile; see `Desk`. */
export function createSettingsDesk({ home, now, keeper, refresh, revise }: SettingsDeskParts): SettingsDesk {
  const { settings } = keeper;
  const profileFile = () => join(home, settings()?.till.profile ?? usualProfile);

  return {
    settings,
    schema: () => z.toJSONSchema(schema, { io: 'input' }),
    destinationKinds: () =>
      connectorKinds.map(({ kind, label, needsSecret, isShopFront = false, settings: own }) => ({
        kind,
        label,
        needsSecret,
        isShopFront,
        schema: z.toJSONSchema(own, { io: 'input' }),
      })),
    async save(draft) {
      const next = parseSettings(draft, 'what was entered');
      refuseWrongDestinations(next);
      await saveSettings(home, next);
      keeper.noteSaved(next);
      await refresh();
    },
    async secrets() {
      const { secretFor } = keeper.secrets();
      // Before there are settings, a destination goes by the name of its kind.
      const kinds = connectorKinds.filter(({ needsSecret }) => needsSecret).map(({ kind }) => kind);
      const ids = new Set([...reservedSecrets, ...(settings()?.destinations.map(({ id }) => id) ?? kinds)]);
      const found = await Promise.all([...ids].map(async (id) => [id, (await secretFor(id)) !== undefined] as const));
      return Object.fromEntries(found);
    },
    async setSecret(id, value) {
      await keeper.secrets().store(id, value);
      await refresh();
    },
    async forgetSecret(id) {
      await keeper.secrets().forget(id);
      await refresh();
    },
    test: (draft, only, signal) => testDraft(draft, { home, only, signal, now, secretFor: keeper.secrets().secretFor }),
    async profile(): Promise<Profile | null> {
      const file = profileFile();
      const isThere = await access(file).then(
        () => true,
        () => false,
      );
      return isThere ? loadProfile(file) : null;
    },
    async saveProfile(draft) {
      const profile = parseProfile(draft, 'that was entered');
      await writeFileWhole(profileFile(), `${JSON.stringify(profile, undefined, 2)}\n`);
      await refresh();
    },
    async setQuiet(quiet) {
      const before = settings();
      if (!before) {
        throw new TillbridgeError('settings', 'changing the quiet hours: the shop is not set up yet', {
          hint: 'Set it up first.',
        });
      }
      const next = { ...before, notices: { ...before.notices, quiet } };
      await saveSettings(home, next);
      // The engine goes by nothing of it, and need not be opened anew.
      keeper.noteSaved(next);
      revise();
    },
    async makeSample() {
      await keeper.makeSample();
      await refresh();
    },
  };
}

function refuseWrongDestinations({ destinations }: Settings): void {
  const complaints = destinations.flatMap(({ id, kind, ...own }) =>
    complaintsAboutDestination(kind, own).map((line) => `${id}: ${line}`),
  );
  if (complaints.length === 0) return;
  throw new TillbridgeError('settings', `keeping the settings:\n  ${complaints.join('\n  ')}`, {
    hint: `Correct ${complaints.length === 1 ? 'this place' : 'these places'}; nothing was changed.`,
  });
}
