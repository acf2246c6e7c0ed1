import { common } from './german/common.ts';
import { problems } from './german/problems.ts';
import { activity } from './german/activity.ts';
import { find } from './german/find.ts';
import { firstRun } from './german/first-run.ts';
import { settings } from './german/settings.ts';
import { today } from './german/today.ts';
import type { Texts } from './words.ts';

/** Every text of the screens, in German. */
export const german: Texts = { ...common, activity, find, firstRun, problems, settings, today };
