import { ipcRenderer } from 'electron';
import { languageSpoken, portComes, portPlease } from './window/channels.ts';

/** As much of a page's window as is used here: this folder has no types of the browser's. */
interface PageWindow {
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', listener: (event: { source: unknown; data: unknown }) => void): void;
  postMessage(message: unknown, origin: string, transfer: readonly unknown[]): void;
}

// The page gets nothing but a port to the engine: no function of ours, and nothing of Electron's, is in its reach.
const page = globalThis as unknown as PageWindow;

page.addEventListener('message', ({ source, data }) => {
  if (source !== globalThis) return;
  if (data === portPlease) ipcRenderer.send(portPlease);
  if (isLanguage(data)) ipcRenderer.send(languageSpoken, data[languageSpoken]);
});

/** `{ 'language-spoken': 'de' }`; which languages there are is for the main process to know. */
function isLanguage(data: unknown): data is Readonly<Record<typeof languageSpoken, unknown>> {
  return typeof data === 'object' && data !== null && languageSpoken in data;
}

ipcRenderer.on(portComes, ({ ports }) => page.postMessage(portComes, page.location.origin, ports));
