import { BrowserWindow, nativeTheme, type MessagePortMain } from 'electron';
import { appOrigin, isOurs } from './app-scheme.ts';
import { portComes } from './channels.ts';

/** The app's one window, open or not. */
export interface Windows {
  /** Opens it or brings it to the front, at a screen such as `/problems` where one is named. */
  open(screen?: string): void;
  /** Gives the page a new line to the engine, where the one that it has died with its engine. */
  renew(connect: () => MessagePortMain): void;
  isOpen(): boolean;
  /** Whether a page is ours. */
  has(contentsId: number): boolean;
}

/** What a window is made with. */
export interface WindowParts {
  /** The built preload script. */
  readonly preload: string;
  readonly icon: string;
  /** Tools for developers may be opened. */
  readonly isDevelopment: boolean;
}

/** As in the renderer's theme: nothing flashes before the page is drawn. */
const background = { light: '#ffffff', dark: '#242424' } as const;

/** Keeps the app's one window. Closing it leaves the tray. */
export function createWindows({ preload, icon, isDevelopment }: WindowParts): Windows {
  let window: BrowserWindow | undefined;

  function make(): BrowserWindow {
    const made = new BrowserWindow({
      width: 1280,
      height: 860,
      minWidth: 390,
      minHeight: 480,
      show: false,
      title: 'Tillbridge',
      icon,
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: isDevelopment,
      },
    });
    made.once('ready-to-show', () => made.show());
    made.once('closed', () => {
      if (window === made) window = undefined;
    });
    return made;
  }

  return {
    open(screen) {
      const isNew = window === undefined;
      window ??= make();
      if (isNew || screen !== undefined) void window.loadURL(`${appOrigin}${screen ?? '/'}`);
      if (isNew) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    renew(connect) {
      const frame = window?.webContents.mainFrame;
      // One that is not loaded yet asks by itself.
      if (frame && isOurs(frame.url)) frame.postMessage(portComes, null, [connect()]);
    },
    isOpen: () => window !== undefined,
    has: (contentsId) => window?.webContents.id === contentsId,
  };
}
