import { app, dialog } from 'electron';
import { readRenderer } from '../src/console/renderer-files.ts';
import type { Clock } from '../src/support/clock.ts';
import { messageOf } from '../src/support/errors.ts';
import { createPresence } from './presence.ts';
import { isOnlyOne } from './starting/only-one.ts';
import { wasStartedAtLogIn } from './starting/start-at-log-in.ts';
import { createTray } from './tray/create-tray.ts';
import type { UpdateSource } from './updates/update-source.ts';
import { registerAppScheme, serveAppScheme } from './window/app-scheme.ts';
import { denyNavigation, denyPermissions } from './window/deny-the-rest.ts';
import { handOutPorts } from './window/hand-out-ports.ts';
import { hearLanguage } from './window/hear-language.ts';
import { setMenu } from './window/set-menu.ts';
import { createWindows } from './window/windows.ts';
import { wordsFor } from './words/words-for.ts';

/** What the app is started with. */
export interface AppParts {
  readonly home: string;
  /** With a window; with the tray alone, as at log-in; or with neither, where nobody is logged in. */
  readonly mode: 'window' | 'tray' | 'service';
  /** Built files: two scripts, and folders of pages and pictures. */
  readonly files: {
    readonly engine: string;
    readonly preload: string;
    readonly renderer: string;
    readonly icons: string;
  };
  readonly platform: NodeJS.Platform;
  readonly now: Clock;
  /** Milliseconds of a clock that never goes back. */
  readonly ticks: () => number;
  /** Where new versions come from; answers undefined where this build may not replace itself. */
  readonly openUpdates: () => Promise<UpdateSource | undefined>;
}

/** Starts the app, step by step. Resolves when it is there, or at once where it is there already. */
export async function startApp(parts: AppParts): Promise<void> {
  const { home, mode, files, platform, now, ticks } = parts;
  const isDevelopment = !app.isPackaged;
  const windows = createWindows({ preload: files.preload, icon: `${files.icons}/icon.png`, isDevelopment });

  // As in electron-builder.yml: Windows shows notifications of programs that it knows by this name.
  app.setAppUserModelId('uk.tillbridge.app');
  registerAppScheme();
  denyNavigation();
  // A service has another session's screen, or none: there is nobody whose window could come to the front.
  if (!isOnlyOne(home, mode === 'service' ? undefined : () => windows.open())) {
    app.exit();
    return;
  }
  app.on('window-all-closed', () => undefined);
  await app.whenReady();
  try {
    denyPermissions();
    serveAppScheme(await readRenderer(files.renderer));
    setMenu(platform);
    const presence = createPresence({
      home,
      engine: files.engine,
      platform,
      now,
      ticks,
      windows,
      // A service may not install anything, and has nobody to ask.
      updates: mode === 'service' ? undefined : await parts.openUpdates(),
      ...(mode === 'service' ? {} : { makeTray: (onOpen: () => void) => createTray(files.icons, platform, onOpen) }),
    });
    handOutPorts({ connect: presence.connect, isWindow: windows.has });
    hearLanguage({ isWindow: windows.has, onLanguage: presence.speak });
    app.on('activate', () => windows.open());
    app.on('before-quit', (event) => {
      if (presence.isEnded()) return;
      event.preventDefault();
      void presence.end().then(() => app.quit());
    });
    await presence.begin();
    if (mode === 'window' && !wasStartedAtLogIn(platform)) windows.open();
  } catch (thrown) {
    const sentence = wordsFor(app.getLocale()).engineStays(messageOf(thrown));
    // A box would wait for ever for somebody who is not there to close it.
    if (mode === 'service') process.stderr.write(`${sentence}\n`);
    else dialog.showErrorBox('Tillbridge', sentence);
    app.exit(1);
  }
}
