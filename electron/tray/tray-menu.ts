import type { MenuItemConstructorOptions } from 'electron';
import type { Preferences } from '../preferences.ts';
import type { Words } from '../words/english.ts';
import { stateOf, type Known } from './known.ts';

/** What the menu's lines do. */
export interface TrayCommands {
  open(screen?: string): void;
  sync(): void;
  pauseForAnHour(): void;
  pauseUntilTomorrow(): void;
  resume(): void;
  installUpdate(): void;
  setPreferences(change: Partial<Preferences>): void;
  setQuiet(quiet: boolean): void;
  quit(): void;
}

/** What the menu is drawn from. */
export interface TrayMenuParts {
  readonly known: Known;
  readonly words: Words;
  readonly preferences: Preferences;
  /** A version that waits for a person's word. */
  readonly update: string | undefined;
  /** Whether this build may replace itself. */
  readonly mayUpdate: boolean;
  readonly commands: TrayCommands;
}

/** The tray's menu, as it stands now. What cannot be done is grey. */
export function trayMenu(parts: TrayMenuParts): MenuItemConstructorOptions[] {
  const { known, words, preferences, update, mayUpdate, commands } = parts;
  const { menu } = words;
  const isReady = known.engine === 'up' && known.state?.status != null;
  const isBusy = known.state?.underway != null || known.state?.status?.state === 'working';
  const toMend = known.state?.status?.toMend ?? 0;
  const notices = known.state?.notices ?? null;
  return [
    // Progress would redraw the menu under somebody's hand; it stands in the tooltip.
    // An & of the shop's own would be taken for the mark of a key.
    { label: isBusy ? menu.working : stateOf(known, words).sentence.replaceAll('&', '&&'), enabled: false },
    { type: 'separator' },
    { label: menu.open, click: () => commands.open() },
    {
      label: toMend > 0 ? words.toMend(toMend) : menu.nothingToMend,
      enabled: isReady && toMend > 0,
      click: () => commands.open('/problems'),
    },
    { type: 'separator' },
    { label: menu.sync, enabled: isReady && !isBusy, click: () => commands.sync() },
    known.state?.pausedUntil
      ? { label: menu.resume, enabled: isReady, click: () => commands.resume() }
      : {
          label: menu.pause,
          enabled: isReady,
          submenu: [
            { label: menu.pauseHour, click: () => commands.pauseForAnHour() },
            { label: menu.pauseTomorrow, click: () => commands.pauseUntilTomorrow() },
          ],
        },
    { type: 'separator' },
    ...(update === undefined
      ? []
      : [{ label: menu.install(update), enabled: !isBusy, click: () => commands.installUpdate() }]),
    {
      label: menu.atLogIn,
      type: 'checkbox',
      checked: preferences.startsAtLogIn,
      click: () => commands.setPreferences({ startsAtLogIn: !preferences.startsAtLogIn }),
    },
    ...(mayUpdate
      ? [
          {
            label: menu.looksForUpdates,
            type: 'checkbox' as const,
            checked: preferences.looksForUpdates,
            click: () => commands.setPreferences({ looksForUpdates: !preferences.looksForUpdates }),
          },
        ]
      : []),
    ...(notices === null
      ? []
      : [
          {
            label: menu.quietHours(notices.quietFrom, notices.quietUntil),
            type: 'checkbox' as const,
            checked: notices.quiet,
            click: () => commands.setQuiet(!notices.quiet),
          },
        ]),
    { type: 'separator' },
    { label: menu.quit, click: () => commands.quit() },
  ];
}
