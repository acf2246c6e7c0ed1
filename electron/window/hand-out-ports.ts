import { ipcMain, type IpcMainEvent, type MessagePortMain } from 'electron';
import { isOurs } from './app-scheme.ts';
import { portComes, portPlease } from './channels.ts';

/** Gives every window of ours that asks a port to the engine, and nobody else. */
export function handOutPorts(parts: {
  readonly connect: () => MessagePortMain;
  /** Whether a page is one of the windows that we opened. */
  readonly isWindow: (contentsId: number) => boolean;
}): void {
  ipcMain.on(portPlease, (event) => {
    if (!parts.isWindow(event.sender.id) || !isOurMainFrame(event)) return;
    event.senderFrame?.postMessage(portComes, null, [parts.connect()]);
  });
}

/** Whether a message comes from the page itself, not from something inside it, and from one of our pages. */
export function isOurMainFrame({ senderFrame }: IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url);
}
