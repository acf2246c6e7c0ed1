import { app } from 'electron';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../src/support/clock.ts';
import { startApp } from './start-app.ts';
import { howStarted } from './starting/how-started.ts';
import { openUpdateSource } from './updates/electron-update-source.ts';

const built = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const { platform } = process;

// Not awaited: Electron is ready only once this file is done.
void startApp({
  ...howStarted(process.argv, process.env),
  files: {
    engine: built('./engine.js'),
    preload: built('./preload.cjs'),
    renderer: built('../renderer'),
    icons: built('./icons'),
  },
  platform,
  now: systemClock,
  ticks: () => performance.now(),
  openUpdates: () => openUpdateSource({ isPackaged: app.isPackaged, platform, resources: process.resourcesPath }),
});
