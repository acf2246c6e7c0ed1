import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { openReadOnly } from '../../database/read-only.ts';
import { loadProfile } from '../../pos/load-profile.ts';
import type { Profile } from '../../pos/profile.ts';
import { createTill } from '../../pos/registry.ts';
import { tillSecret } from '../../settings/secrets.ts';
import { destinationSettings, settings as schema, tillSettings, type TillSettings } from '../../settings/settings.ts';
import type { Clock } from '../../support/clock.ts';
import { TillbridgeError, messageOf } from '../../support/errors.ts';
import { explainIssues } from '../../support/explain-issues.ts';
import type { CheckLine } from '../agent-contract.ts';
import { reportLabels, reportWays } from '../reports/reports-contract.ts';
import { tryReportWay } from '../reports/try-report-way.ts';
import { tryDestination } from '../try-destination.ts';

/** How a draft is tried. */
export interface TestParts {
  readonly home: string;
  /** `till`, the id of a destination, `reports.folder` or `reports.mail`; null for till and destinations. */
  readonly only: string | null;
  readonly signal: AbortSignal;
  readonly now: Clock;
  readonly secretFor: (id: string) => Promise<string | undefined>;
}

/**
 * Tries the connections of settings that need not be complete yet: only what is tried has to be right. Throws a
 * `TillbridgeError` that says, by path, what is wrong with that.
 */
export async function testDraft(draft: unknown, test: TestParts): Promise<readonly CheckLine[]> {
  const { only } = test;
  const given = checked(z.looseObject({}), draft, 'the settings');
  const lines: Promise<CheckLine>[] = [];
  if (only === null || only === tillSecret) {
    const till = { profile: 'profile.json', ...checked(z.looseObject({}), given['till'], 'till') };
    lines.push(tryTill(checked(tillSettings, till, 'till'), test));
  }
  const way = reportWays.find((each) => only === `reports.${each}`);
  if (way) {
    const shop = checked(schema.shape.shop, given['shop'], 'shop');
    const reports = checked(schema.shape.reports, given['reports'], 'reports');
    lines.push(tryOne(reportLabels[way], () => tryReportWay(way, reports, { ...test, shop })));
  } else if (only !== tillSecret) {
    const shop = checked(schema.shape.shop, given['shop'], 'shop');
    const all = checked(z.array(destinationSettings), given['destinations'], 'destinations');
    for (const each of all.filter(({ id }) => only === null || id === only)) {
      lines.push(
        tryOne(each.id, async () => {
          const secret = await test.secretFor(each.id);
          return tryDestination(each, { shop, secret, now: test.now, signal: test.signal });
        }),
      );
    }
  }
  if (lines.length > 0) return Promise.all(lines);
  throw new TillbridgeError('settings', `trying a connection: there is none called "${only}"`, {
    hint: 'Name "till", or the id of a destination.',
  });
}

async function tryTill(settings: TillSettings, { home, secretFor }: TestParts): Promise<CheckLine> {
  return tryOne('Till', async () => {
    const profile = await profileIn(join(home, settings.profile));
    const till = createTill({
      settings,
      home,
      profile: profile ?? { name: 'none yet' },
      password: (await secretFor(tillSecret)) ?? '',
      openSqlite: openReadOnly,
    });
    try {
      const answer = await till.check();
      if (!answer.ok) return { what: 'Till', ok: false, detail: answer.what, hint: answer.hint };
      const detail = profile ? answer.detail : 'it answers';
      return { what: 'Till', ok: true, detail: `${answer.product}, ${answer.characterSet}: ${detail}` };
    } finally {
      await till.close();
    }
  });
}

/** A till can be reached before anybody has said what its tables mean. */
async function profileIn(file: string): Promise<Profile | undefined> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  return isThere ? loadProfile(file) : undefined;
}

async function tryOne(what: string, work: () => Promise<CheckLine>): Promise<CheckLine> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TillbridgeError)) return { what, ok: false, detail: messageOf(error), hint: 'Try again.' };
    return { what, ok: false, detail: error.message, hint: error.hint, errorReason: error.reason };
  }
}

function checked<T>(part: z.ZodType<T>, value: unknown, whole: string): T {
  const explained = explainIssues(part, value, whole);
  if (explained.ok) return explained.value;
  throw new TillbridgeError('settings', `reading ${whole}: ${explained.lines.join('; ')}`, {
    hint: 'Correct it, then try again.',
  });
}
