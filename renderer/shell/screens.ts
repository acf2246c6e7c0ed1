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
  /** The key that leads to it after `g`. */
  readonly letter: string;
  readonly Icon: typeof IconHome;
  readonly Screen: ComponentType;
  /** Whether it is shown once the shop is set up, or before that alone. */
  readonly when: 'set-up' | 'before';
  /** Whether it is the owner's alone. */
  readonly ownerOnly: boolean;
}

const always = { when: 'set-up', ownerOnly: false } as const;
const owners = { when: 'set-up', ownerOnly: true } as const;

/** Every screen, in the order of the frame. */
export const screens: readonly ScreenEntry[] = [
  { path: '/', name: 'today', letter: 't', Icon: IconHome, Screen: Today, ...always },
  { path: '/problems', name: 'problems', letter: 'p', Icon: IconListCheck, Screen: Problems, ...always },
  { path: '/find', name: 'find', letter: 'f', Icon: IconSearch, Screen: Find, ...always },
  { path: '/activity', name: 'activity', letter: 'a', Icon: IconActivity, Screen: Activity, ...owners },
  { path: '/settings', name: 'settings', letter: 's', Icon: IconSettings, Screen: Settings, ...owners },
  {
    path: '/welcome',
    name: 'firstRun',
    letter: 'w',
    Icon: IconRocket,
    Screen: FirstRun,
    when: 'before',
    ownerOnly: true,
  },
];
