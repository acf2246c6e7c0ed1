import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { startApp } from '../../electron/start-app.ts';
import { apiKey, shopHome } from '../sync/shop-home.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { appUnderTest } from './app-under-test.ts';
import { app, ipcMain, permissions, recorded, stoppable } from './stand-in/electron.ts';
import { connectPage } from './stand-in/connect-page.ts';
import { openPage } from './stand-in/page.ts';

vi.mock('electron', () => import('./stand-in/electron.ts'));

const { start, built, until, isShown, lineOfMenu, onlyWindow } = appUnderTest('boot');

describe('starting', () => {
  test('is a list in this order: scheme, one instance, ready, pages, tray, engine, window', async () => {
    await start();
    expect(recorded.order.slice(0, 9)).toEqual([
      'schemes',
      'path userData',
      'lock',
      'ready',
      'handle app',
      'menu',
      'tray',
      'engine',
      'window',
    ]);
    expect(recorded.engines[0]?.flags).toEqual(['--max-semi-space-size=16', '--max-old-space-size=512']);
    await isShown('needs-you');
    expect(recorded.tray.tooltip).toContain('Not set up yet');
  });

  test('as at log-in it opens no window; a second start opens one', async () => {
    await start({ mode: 'tray' });
    expect(recorded.windows).toHaveLength(0);
    app.emit('second-instance');
    expect(recorded.windows).toHaveLength(1);
    app.emit('second-instance');
    expect(recorded.windows).toHaveLength(1);
    expect(recorded.order).toContain('focus');
  });

  test('on macOS, which passes no arguments at log-in, it opens no window then either', async () => {
    recorded.isOpenedAtLogIn = true;
    await start({ platform: 'darwin' });
    expect(recorded.order).toContain('tray');
    expect(recorded.windows).toHaveLength(0);
  });

  test.each(['window', 'service'] as const)(
    'that fails as a %s ends, and asks only where somebody is there',
    async (mode) => {
      const complaint = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
      onTestFinished(() => complaint.mockRestore());
      await start({ mode, files: { ...built(), renderer: join(built().renderer, 'nowhere') } });
      expect(recorded.order.at(-1)).toBe('exit');
      const asked = recorded.order.some((step) => step.startsWith('error Tillbridge'));
      expect(asked).toBe(mode === 'window');
      expect(complaint.mock.calls.flat().join()).toContain(mode === 'service' ? 'Tillbridge cannot start' : '');
    },
  );

  test('where it runs already, it leaves at once and starts no engine', async () => {
    recorded.isSecond = true;
    await startApp({
      home: temporaryFolder(),
      mode: 'window',
      files: built(),
      platform: 'win32',
      now: () => Date.now(),
      ticks: () => performance.now(),
      openUpdates: async () => undefined,
    });
    expect(recorded.order).toEqual(['schemes', 'path userData', 'lock', 'exit']);
  });

  test('goes on where this computer does not let it start at log-in, or keep what somebody wants', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'window', 'preferences.json'), { recursive: true });
    writeFileSync(join(home, 'no-folder'), '');
    vi.stubEnv('XDG_CONFIG_HOME', join(home, 'no-folder'));
    Object.defineProperty(app, 'isPackaged', { configurable: true, value: true });
    onTestFinished(() => {
      Object.defineProperty(app, 'isPackaged', { configurable: true, value: false });
      vi.unstubAllEnvs();
    });
    await start({ home, platform: 'linux' });
    expect(recorded.windows).toHaveLength(1);
    await isShown('needs-you');
    lineOfMenu('Start when I log in').click?.();
    expect(lineOfMenu('Start when I log in').checked).toBe(false);
    expect(recorded.notifications.map(({ body }) => body)).toEqual([
      expect.stringContaining('autostart'),
      expect.stringContaining('preferences.json'),
      expect.stringContaining('autostart'),
    ]);
  });

  test('as a service it has neither tray nor window', async () => {
    await start({ mode: 'service', openUpdates: () => expect.fail('a service looks for no updates') });
    expect(recorded.order).not.toContain('tray');
    expect(recorded.windows).toHaveLength(0);
    expect(recorded.engines).toHaveLength(1);
  });

  test('the built main script starts it, too', async () => {
    const home = temporaryFolder();
    process.argv.push(`--home=${home}`);
    onTestFinished(() => void process.argv.pop());
    await import(/* @vite-ignore */ built().main);
    await isShown('needs-you');
    expect(recorded.windows).toHaveLength(1);
    app.quit();
    await recorded.hasQuit.promise;
  });
});

describe('a window', () => {
  test('is a sandbox with nothing of Node in it', async () => {
    await start();
    expect(onlyWindow().options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(onlyWindow().webContents.url).toBe('app://tillbridge/');
  });

  test('stays where it is, opens nothing, and may do nothing but copy', async () => {
    await start();
    const { webContents } = onlyWindow();
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      const away = stoppable({ url: 'https://example.com/' });
      webContents.emit(event, away);
      expect(away.isStopped()).toBe(true);
      const within = stoppable({ url: 'app://tillbridge/problems' });
      webContents.emit(event, within);
      expect(within.isStopped()).toBe(false);
    }
    const printed = { ...stoppable({ url: 'about:srcdoc' }), isMainFrame: false };
    webContents.emit('will-frame-navigate', printed);
    expect(printed.isStopped()).toBe(false);
    const view = stoppable();
    webContents.emit('will-attach-webview', view);
    expect(view.isStopped()).toBe(true);
    expect(webContents.opens?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    const may = (name: string) => {
      let answer: boolean | undefined;
      permissions.request?.(webContents, name, (given) => (answer = given));
      return [answer, permissions.check?.(webContents, name, 'app://tillbridge/')];
    };
    for (const name of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'usb'])
      expect(may(name)).toEqual([false, false]);
    expect(may('clipboard-sanitized-write')).toEqual([true, true]);
    expect(permissions.check?.(null, 'clipboard-sanitized-write', 'https://example.com/')).toBe(false);
    expect(permissions.device?.()).toBe(false);
    const isCut = (url: string) => {
      let cut: boolean | undefined;
      permissions.network?.({ url }, ({ cancel }) => (cut = cancel));
      return cut;
    };
    expect(isCut('https://example.com/')).toBe(true);
    expect(isCut('http://127.0.0.1:7717/')).toBe(true);
    expect(isCut('file:///etc/passwd')).toBe(true);
    expect(isCut('app://tillbridge.example/')).toBe(true);
    expect(isCut('app://tillbridge/page.js')).toBe(false);
  });

  test('talks to the engine’s own process over the port that the preload script passes on', async () => {
    const shop = await shopHome({ realTime: true });
    vi.stubEnv('TILLBRIDGE_SECRET_GENIEAI', apiKey);
    onTestFinished(() => void vi.unstubAllEnvs());
    await start({ home: shop.home });
    await isShown('waiting');
    const api = await connectPage(openPage(onlyWindow(), built().preload));
    expect(await api.state.me()).toEqual({ role: 'owner' });
    expect(await api.state.now()).toMatchObject({ isSetUp: true, underway: null });

    await until(() => expect(lineOfMenu('Sync now').enabled).toBe(true));
    lineOfMenu('Sync now').click?.();
    await isShown('up-to-date');
    expect(recorded.tray.images).toContain(join(built().icons, 'working.png'));
    expect(recorded.tray.tooltip).toMatch(/^Everything is up to date.*\nLast proof just now · \d+ to mend$/);
    expect((await api.state.now()).status?.lastRun?.outcome).toBe('completed');
    expect(shop.sandbox.state.contacts.size).toBeGreaterThan(200);

    lineOfMenu('For an hour', lineOfMenu('Pause').submenu).click?.();
    await isShown('paused');
    lineOfMenu('Resume').click?.();
    await isShown('up-to-date');
    lineOfMenu(/^\d+ to mend$/).click?.();
    expect(onlyWindow().webContents.url).toBe('app://tillbridge/problems');
    expect(recorded.notifications).toEqual([]);
  });

  test('gets a port for its own page alone', async () => {
    await start();
    const window = onlyWindow();
    const asks = vi.fn<() => void>();
    ipcMain.on('engine-port-please', asks);
    await expect(connectPage(openPage(window, built().preload, { url: 'https://example.com/' }))).rejects.toThrow(
      'no port',
    );
    await expect(connectPage(openPage(window, built().preload, { parent: {} }))).rejects.toThrow('no port');
    window.close();
    await expect(connectPage(openPage(window, built().preload))).rejects.toThrow('no port');
    expect(asks).toHaveBeenCalledTimes(3);
  });

  test('can be closed and opened again, and the app stays', async () => {
    await start();
    await isShown('needs-you');
    onlyWindow().close();
    expect(recorded.order).not.toContain('exit');
    lineOfMenu('Open Tillbridge').click?.();
    expect(recorded.windows).toHaveLength(2);
    const api = await connectPage(openPage(onlyWindow(), built().preload));
    expect(await api.state.now()).toMatchObject({ isSetUp: false });
  });
});

describe('the engine', () => {
  test('that dies is started again, and the open page goes on over a new line; the tray says so, and nobody is disturbed', async () => {
    await start();
    await isShown('needs-you');
    const api = await connectPage(openPage(onlyWindow(), built().preload));
    const watched = await api.state.watch();
    expect((await watched.next()).value).toMatchObject({ isSetUp: false });
    const ended = watched.next().catch(() => 'broken');
    const [first] = recorded.engines;
    first?.child.kill('SIGKILL');
    await isShown('stopped');
    expect(recorded.tray.tooltip).toContain('started again');
    await isShown('needs-you');
    expect(recorded.engines).toHaveLength(2);
    // What was asked of the engine that died ends, and whatever is asked now is answered by the new one.
    expect(await ended).toBe('broken');
    expect(await api.state.now()).toMatchObject({ isSetUp: false });
    expect(onlyWindow().webContents.reloads).toBe(0);
    expect(recorded.notifications).toEqual([]);
  });

  test('that is still starting does not hold up whoever quits', async () => {
    await start();
    const begun = performance.now();
    app.quit();
    await recorded.hasQuit.promise;
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test('is ended by quitting, cleanly and before the app is gone', async () => {
    await start();
    await isShown('needs-you');
    const [engine] = recorded.engines;
    const ended = new Promise((resolve) => engine?.child.once('exit', resolve));
    lineOfMenu(/^Quit \(nothing is read or sent/).click?.();
    expect(recorded.order).not.toContain('exit');
    await recorded.hasQuit.promise;
    expect(await ended).toBe(0);
    expect(recorded.tray.isGone).toBe(true);
    await delay(50);
    expect(recorded.engines).toHaveLength(1);
  });

  test('is ended cleanly also where somebody is impatient and quits twice', async () => {
    await start();
    await isShown('needs-you');
    const [engine] = recorded.engines;
    const ended = new Promise((resolve) => engine?.child.once('exit', resolve));
    app.quit();
    app.quit();
    expect(recorded.order).not.toContain('exit');
    expect(await ended).toBe(0);
    await recorded.hasQuit.promise;
  });

  test('that cannot open its database is trouble that the tray shows', async () => {
    const shop = await shopHome();
    mkdirSync(join(shop.home, 'tillbridge.db'));
    await start({ home: shop.home });
    await isShown('stopped');
    expect(recorded.tray.tooltip).toContain('opening our own database');
  });
});
