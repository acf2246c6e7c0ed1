import { IconActivity, IconHome, IconListCheck, IconRocket, IconSearch, IconSettings } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { Activity } from '../screens/activity/activity.tsx';
import { Find } from '../screens/find/find.tsx';
import { FirstRun } from '../screens/first-run/first-run.tsx';
import { Problems } from '../screens/problems/problems.tsx';
import { Settings } from '../screens/settings/settings.tsx';
import { Today } from '../screens/today/today.tsx';
import type { Texts } from '../words/words.ts';

/** One screen, as the frame knows it. */
export interface ScreenEntry {
  readonly path: string;
  readonly name: keyof Texts['screens'];
  readonly Icon: typeof IconHome;
  readonly Screen: ComponentType;
  /** Shown before the shop is set up, and then no more. */
  readonly before: boolean;
}

/** Every screen, in the order of the frame. */
export const screens: readonly ScreenEntry[] = [
  { path: '/', name: 'today', Icon: IconHome, Screen: Today, before: false },
  { path: '/problems', name: 'problems', Icon: IconListCheck, Screen: Problems, before: false },
  { path: '/find', name: 'find', Icon: IconSearch, Screen: Find, before: false },
  { path: '/activity', name: 'activity', Icon: IconActivity, Screen: Activity, before: false },
  { path: '/settings', name: 'settings', Icon: IconSettings, Screen: Settings, before: false },
  { path: '/welcome', name: 'firstRun', Icon: IconRocket, Screen: FirstRun, before: true },
];
