import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { ipcMain, type BrowserWindow, type HandedPort } from './electron.ts';

/** A frame as the main process sees it. */
export interface Frame {
  readonly url: string;
  readonly parent: unknown;
  postMessage(channel: string, message: unknown, ports: readonly HandedPort[]): void;
}

/**
 * The page of a window, with the real preload script in it: a world in which `renderer/api/connect.ts` finds what it finds
 * in Electron. `frame` changes what the main process is told of where the page is.
 */
export function openPage(window: BrowserWindow, preload: string, frame: Partial<Frame> = {}): object {
  const ipcRenderer = Object.assign(new EventEmitter(), {
    send: (channel: string, ...said: unknown[]) =>
      void ipcMain.emit(channel, { sender: window.webContents, senderFrame }, ...said),
  });
  const senderFrame: Frame = {
    url: window.webContents.url,
    parent: null,
    postMessage: (channel, _, ports) =>
      void setImmediate(() => ipcRenderer.emit(channel, { ports: ports.map(({ port }) => port) })),
    ...frame,
  };
  window.webContents.mainFrame = senderFrame;
  const listeners: ((event: object) => void)[] = [];
  const context = createContext({
    location: new URL(window.webContents.url || 'app://tillbridge/'),
    addEventListener: (_: string, listener: (event: object) => void) => listeners.push(listener),
    postMessage(data: unknown, _: string, ports: readonly unknown[] = []) {
      setImmediate(() => listeners.forEach((listener) => listener({ data, ports, source: self })));
    },
    require: () => ({ ipcRenderer }),
  });
  const self = runInContext('globalThis', context) as object;
  // Its origin is the scheme's own in Electron; Node knows none for it.
  runInContext(`location = { protocol: 'app:', origin: 'app://tillbridge' }`, context);
  runInContext(readFileSync(preload, 'utf8'), context);
  return self;
}
