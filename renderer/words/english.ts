import { common } from './english/common.ts';
import { problems } from './english/problems.ts';
import { activity } from './english/activity.ts';
import { find } from './english/find.ts';
import { firstRun } from './english/first-run.ts';
import { settings } from './english/settings.ts';
import { today } from './english/today.ts';

/** Every text of the screens, in English. The other languages have the same shape; the compiler sees to it. */
export const english = { ...common, activity, find, firstRun, problems, settings, today };
