import { ipcRenderer } from 'electron';
import { portComes, portPlease } from './window/channels.ts';

/** As much of a page's window as is used here: this folder has no types of the browser's. */
interface PageWindow {
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', listener: (event: { source: unknown; data: unknown }) => void): void;
  postMessage(message: unknown, origin: string, transfer: readonly unknown[]): void;
}

// The page gets nothing but a port to the engine: no function of ours, and nothing of Electron's, is in its reach.
const page = globalThis as unknown as PageWindow;

page.addEventListener('message', ({ source, data }) => {
  if (source === globalThis && data === portPlease) ipcRenderer.send(portPlease);
});

ipcRenderer.on(portComes, ({ ports }) => page.postMessage(portComes, page.location.origin, ports));
