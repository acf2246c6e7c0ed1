import { app } from 'electron';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** With this the app starts without a window, as at log-in. */
export const hidden = '--hidden';

/** Says to the system whether the app starts when this person logs in. A program that is not installed leaves the system alone. */
export function startAtLogIn(wanted: boolean, platform: NodeJS.Platform): void {
  if (!app.isPackaged) return;
  if (platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: wanted, args: [hidden] });
    return;
  }
  const file = path.join(
    process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config'),
    'autostart',
    'tillbridge.desktop',
  );
  if (!wanted) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, autostartEntry(process.env['APPIMAGE'] ?? process.execPath));
}

/** Whether macOS itself started the app at log-in: there no argument says so. To be asked when the app is ready. */
export function wasStartedAtLogIn(platform: NodeJS.Platform): boolean {
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** The entry by which a Linux desktop starts a program at log-in. */
function autostartEntry(program: string): string {
  const quoted = `"${program.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`;
  return `[Desktop Entry]\nType=Application\nName=Tillbridge\nExec=${quoted} ${hidden}\nX-GNOME-Autostart-enabled=true\n`;
}
