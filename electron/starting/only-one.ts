import { app } from 'electron';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Puts what Chromium keeps into a folder of its own inside the home, and makes sure that this is the only app of that home:
 * a second one brings the first to the front and answers false. A service (nobody to bring to the front) is counted apart
 * from the app that a person opens. Before the app is ready.
 */
export function isOnlyOne(home: string, onSecond: (() => void) | undefined): boolean {
  const folder = path.join(home, onSecond ? 'window' : 'service');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  if (!app.requestSingleInstanceLock()) return false;
  if (onSecond) app.on('second-instance', onSecond);
  return true;
}
