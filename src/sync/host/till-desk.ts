import { z } from 'zod';
import { parseProfile } from '../../pos/load-profile.ts';
import type { ProfileSuggestion } from '../../pos/suggest/suggest-profile.ts';
import { settings as schema, tillSettings, type ShopSettings, type TillSettings } from '../../settings/settings.ts';
import type { Clock } from '../../support/clock.ts';
import { TillbridgeError } from '../../support/errors.ts';
import { explainIssues } from '../../support/explain-issues.ts';
import { withTillTools, type TillTools } from '../till-tools.ts';
import { findTills, type FindParts } from './find-tills.ts';
import type { Desk } from './host-contract.ts';
import { tryProfile } from './try-profile.ts';

/** What the desk works with. */
export interface TillDeskParts {
  /** The home folder, where relative file names begin. */
  readonly home: string;
  readonly now: Clock;
  readonly secretFor: (id: string) => Promise<string | undefined>;
  /** The shop as it is set up; null before that. */
  readonly shop: () => ShopSettings | null;
  /** Where to look for tills. */
  readonly places: FindParts;
}

type TillDesk = Pick<Desk, 'findTills' | 'describeTill' | 'characterSets' | 'suggestProfile' | 'tryProfile'>;

/** What can be asked of a till before its settings are kept; see `Desk`. It is only ever read. */
export function createTillDesk({ home, now, secretFor, shop, places }: TillDeskParts): TillDesk {
  let suggested: { readonly till: string; readonly suggestion: ProfileSuggestion } | undefined;

  function withTools<T>(till: TillSettings, work: (tools: TillTools) => Promise<T>): Promise<T> {
    return withTillTools({ home, till, secretFor }, work);
  }

  return {
    findTills: (signal) => findTills(signal, places),
    describeTill: async (draft) => withTools(tillOf(draft), (tools) => tools.describe()),
    characterSets: async (draft) => withTools(tillOf(draft), (tools) => tools.characterSets()),
    async suggestProfile(draft) {
      const till = tillOf(draft);
      const suggestion = await withTools(till, (tools) => tools.suggest());
      suggested = { till: nameOf(till), suggestion };
      return suggestion;
    },
    async tryProfile(draft, drafted, draftedShop) {
      const till = tillOf(draft);
      const profile = parseProfile(drafted, 'that was entered');
      const suggestion = suggested?.till === nameOf(till) ? suggested.suggestion : undefined;
      return withTillTools({ home, till, profile, secretFor }, (tools) =>
        tryProfile(tools, { profile, suggestion, shop: shopOf(draftedShop) ?? shop(), now: now() }),
      );
    },
  };
}

/** A till's settings, which need not name a profile yet. Throws a `TillbridgeError` that says what is wrong with them. */
function tillOf(draft: unknown): TillSettings {
  const given = explainIssues(z.looseObject({}), draft, 'the till');
  const explained = given.ok
    ? explainIssues(tillSettings, { profile: 'profile.json', ...given.value }, 'the till')
    : given;
  if (explained.ok) return explained.value;
  throw new TillbridgeError('settings', `reading the till's settings: ${explained.lines.join('; ')}`, {
    hint: 'Correct it, then try again.',
  });
}

/** A shop that is entered already; undefined where it is not complete yet. */
function shopOf(draft: unknown): ShopSettings | undefined {
  const parsed = schema.shape.shop.safeParse(draft);
  return parsed.success ? parsed.data : undefined;
}

/** Which database it is, however it is read. */
function nameOf(till: TillSettings): string {
  return till.kind === 'sqlite' ? till.file : `${till.host}:${till.port}/${till.database}`;
}
