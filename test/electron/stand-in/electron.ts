import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { Channel, type MessagePortMain } from './message-port-main.ts';
import { UtilityProcess } from './utility-process.ts';

// A recording stand-in for the `electron` module: as much of it as the app uses. Processes and ports behind it are real.

/** Everything that the app asked of Electron, in its order. */
export const recorded = {
  order: [] as string[],
  windows: [] as BrowserWindow[],
  engines: [] as UtilityProcess[],
  notifications: [] as { title: string; body: string }[],
  logIn: [] as unknown[],
  schemes: [] as unknown[],
  tray: { image: '', tooltip: '', menu: [] as MenuItem[], images: [] as string[], isGone: false },
  handler: undefined as ((request: { url: string; method: string }) => Response) | undefined,
  /** Whether another app of the same home runs already. */
  isSecond: false,
  isOpenedAtLogIn: false,
  locale: 'en-GB',
  hasQuit: Promise.withResolvers<void>(),
};

/** A line of a menu. */
export interface MenuItem {
  label?: string;
  enabled?: boolean;
  checked?: boolean;
  role?: string;
  click?: () => void;
  submenu?: MenuItem[];
}

/** An event whose usual course can be stopped. */
export function stoppable(more: object = {}): { isStopped: () => boolean; preventDefault: () => void } {
  let isStopped = false;
  return { ...more, isStopped: () => isStopped, preventDefault: () => (isStopped = true) };
}

const paths = new Map<string, string>();

class App extends EventEmitter {
  readonly isPackaged = false;
  setAppUserModelId(): void {}
  getVersion(): string {
    return '0.1.0';
  }
  getLocale(): string {
    return recorded.locale;
  }
  setPath(name: string, folder: string): void {
    if (!existsSync(folder)) throw new Error('there is no such folder');
    paths.set(name, folder);
    recorded.order.push(`path ${name}`);
  }
  getPath(name: string): string {
    return paths.get(name) ?? '';
  }
  requestSingleInstanceLock(): boolean {
    recorded.order.push('lock');
    return !recorded.isSecond;
  }
  async whenReady(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    recorded.order.push('ready');
  }
  setLoginItemSettings(settings: unknown): void {
    recorded.logIn.push(settings);
  }
  getLoginItemSettings(): { wasOpenedAtLogin: boolean } {
    return { wasOpenedAtLogin: recorded.isOpenedAtLogIn };
  }
  quit(): void {
    const event = stoppable();
    this.emit('before-quit', event);
    if (!event.isStopped()) this.exit();
  }
  exit(): void {
    recorded.order.push('exit');
    recorded.hasQuit.resolve();
  }
}

export const app = new App();

class WebContents extends EventEmitter {
  readonly id: number;
  url = '';
  opens: ((wanted: { url: string }) => { action: string }) | undefined;
  reloads = 0;
  /** What the page is in; a page that was opened stands here. */
  mainFrame: {
    url: string;
    postMessage(channel: string, message: unknown, ports: readonly HandedPort[]): void;
  } | null = null;
  constructor(id: number) {
    super();
    this.id = id;
  }
  setWindowOpenHandler(handler: (wanted: { url: string }) => { action: string }): void {
    this.opens = handler;
  }
  getURL(): string {
    return this.url;
  }
  reload(): void {
    this.reloads += 1;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly options: { readonly webPreferences: Record<string, unknown>; readonly show: boolean };
  readonly webContents: WebContents;
  constructor(options: BrowserWindow['options']) {
    super();
    this.options = options;
    this.webContents = new WebContents(recorded.windows.length + 1);
    recorded.windows.push(this);
    recorded.order.push('window');
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    await Promise.resolve();
    this.emit('ready-to-show');
  }
  show(): void {
    recorded.order.push('show');
  }
  focus(): void {
    recorded.order.push('focus');
  }
  isMinimized(): boolean {
    return false;
  }
  close(): void {
    this.emit('closed');
    app.emit('window-all-closed');
  }
}

export const nativeTheme = { shouldUseDarkColors: false };
export const nativeImage = {
  createFromPath(file: string): string {
    if (!existsSync(file)) throw new Error(`there is no picture ${file}`);
    return file;
  },
};

export class Tray extends EventEmitter {
  constructor(image: string) {
    super();
    this.setImage(image);
    recorded.order.push('tray');
  }
  setImage(image: string): void {
    recorded.tray.image = image;
    recorded.tray.images.push(image);
  }
  setToolTip(text: string): void {
    recorded.tray.tooltip = text;
  }
  setContextMenu(menu: MenuItem[]): void {
    recorded.tray.menu = menu;
  }
  destroy(): void {
    recorded.tray.isGone = true;
  }
}

export const Menu = {
  buildFromTemplate: (template: MenuItem[]) => template,
  setApplicationMenu: () => recorded.order.push('menu'),
};

export class Notification extends EventEmitter {
  static isSupported = () => true;
  readonly #content: { title: string; body: string };
  constructor(content: { title: string; body: string }) {
    super();
    this.#content = content;
  }
  show(): void {
    recorded.notifications.push(this.#content);
  }
}

export const dialog = { showErrorBox: (title: string, text: string) => recorded.order.push(`error ${title}: ${text}`) };

/** What a page may do, as the app has said it. */
export const permissions = {
  request: undefined as ((contents: WebContents, name: string, answer: (may: boolean) => void) => void) | undefined,
  check: undefined as ((contents: WebContents | null, name: string, origin: string) => boolean) | undefined,
  device: undefined as (() => boolean) | undefined,
  network: undefined as ((request: { url: string }, answer: (given: { cancel: boolean }) => void) => void) | undefined,
};
export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: NonNullable<typeof permissions.request>) => (permissions.request = handler),
    setPermissionCheckHandler: (handler: NonNullable<typeof permissions.check>) => (permissions.check = handler),
    setDevicePermissionHandler: (handler: NonNullable<typeof permissions.device>) => (permissions.device = handler),
    webRequest: {
      onBeforeRequest: (handler: NonNullable<typeof permissions.network>) => (permissions.network = handler),
    },
  },
};

export const protocol = {
  registerSchemesAsPrivileged(schemes: unknown[]): void {
    recorded.order.push('schemes');
    recorded.schemes.push(...schemes);
  },
  handle(scheme: string, handler: NonNullable<typeof recorded.handler>): void {
    recorded.order.push(`handle ${scheme}`);
    recorded.handler = handler;
  },
};

export const ipcMain = new EventEmitter();
export const utilityProcess = {
  fork(script: string, args: readonly string[], { execArgv }: { execArgv: readonly string[] }): UtilityProcess {
    const engine = new UtilityProcess(script, args, execArgv);
    recorded.engines.push(engine);
    recorded.order.push('engine');
    return engine;
  },
};

/** Where a port goes that the app hands to a page. */
export type HandedPort = MessagePortMain;
export class MessageChannelMain extends Channel {}
