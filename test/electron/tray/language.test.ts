import { setTimeout as delay } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { appUnderTest } from '../app-under-test.ts';
import { app, ipcMain, recorded } from '../stand-in/electron.ts';
import { openPage } from '../stand-in/page.ts';

vi.mock('electron', () => import('../stand-in/electron.ts'));

const { start, built, until, isShown, lineOfMenu, onlyWindow } = appUnderTest('language');

test('the tray speaks the window’s language, at the next start, too', async () => {
  const home = await start();
  await isShown('needs-you');
  const page = openPage(onlyWindow(), built().preload) as { postMessage(data: unknown, origin: string): void };
  const says = (language: unknown) => page.postMessage({ 'language-spoken': language }, 'app://tillbridge');
  says('de');
  await until(() => expect(lineOfMenu('Tillbridge öffnen')).toBeDefined());
  for (const nonsense of ['fr', '__proto__', 7, null]) says(nonsense);
  const foreign = openPage(onlyWindow(), built().preload, { url: 'https://example.com/' }) as typeof page;
  foreign.postMessage({ 'language-spoken': 'en' }, 'app://tillbridge');
  await delay(50);
  expect(lineOfMenu('Tillbridge öffnen')).toBeDefined();
  app.quit();
  await recorded.hasQuit.promise;
  app.removeAllListeners();
  ipcMain.removeAllListeners();
  recorded.hasQuit = Promise.withResolvers<void>();
  await start({ home });
  expect(lineOfMenu('Tillbridge öffnen')).toBeDefined();
});
