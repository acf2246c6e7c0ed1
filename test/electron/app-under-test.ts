import { join } from 'node:path';
import { beforeAll, beforeEach, expect, onTestFinished, vi } from 'vitest';
import { startApp, type AppParts } from '../../electron/start-app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { buildApp, type BuiltApp } from './build-app.ts';
import { app, ipcMain, recorded, type MenuItem } from './stand-in/electron.ts';

/** The app, built under a name of its own, and what tests of it need: each begins with nothing recorded, and ends with the app. */
export function appUnderTest(name: string) {
  let files: BuiltApp;
  beforeAll(async () => {
    files = await buildApp(name);
  });

  beforeEach(() => {
    app.removeAllListeners();
    ipcMain.removeAllListeners();
    Object.assign(recorded, { order: [], windows: [], engines: [], notifications: [], schemes: [], isSecond: false });
    recorded.isOpenedAtLogIn = false;
    recorded.tray = { image: '', tooltip: '', menu: [], images: [], isGone: false };
    recorded.hasQuit = Promise.withResolvers<void>();
  });

  /** Starts the app on a home of nobody's; it has quit when the test is over. */
  async function start(parts: Partial<AppParts> = {}): Promise<string> {
    const home = parts.home ?? temporaryFolder();
    await startApp({
      home,
      mode: 'window',
      files,
      platform: 'win32',
      now: () => Date.now(),
      ticks: () => performance.now(),
      openUpdates: async () => undefined,
      ...parts,
    });
    onTestFinished(async () => {
      app.quit();
      await recorded.hasQuit.promise;
    });
    return home;
  }

  const until = (is: () => void) => vi.waitFor(is, { timeout: 15_000, interval: 20 });
  const isShown = (state: string) => until(() => expect(recorded.tray.image).toBe(join(files.icons, `${state}.png`)));

  function lineOfMenu(label: string | RegExp, menu: MenuItem[] = recorded.tray.menu): MenuItem {
    const found = menu.find((line) =>
      typeof label === 'string' ? line.label === label : label.test(line.label ?? ''),
    );
    return found ?? expect.fail(`the menu has no "${String(label)}"`);
  }

  function onlyWindow() {
    return recorded.windows.at(-1) ?? expect.fail('there is no window');
  }

  return { start, built: () => files, until, isShown, lineOfMenu, onlyWindow };
}
