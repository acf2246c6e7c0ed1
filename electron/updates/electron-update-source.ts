import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { mayUpdate, type UpdateSource } from './update-source.ts';

/** Where this build may replace itself, the releases that it was published with; undefined where it may not. */
export async function openUpdateSource(build: {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly resources: string;
}): Promise<UpdateSource | undefined> {
  if (!build.isPackaged) return undefined;
  const config = await readFile(path.join(build.resources, 'app-update.yml'), 'utf8').catch(() => undefined);
  if (!mayUpdate({ ...build, config })) return undefined;
  // Loaded late: it looks at the program's surroundings as soon as it is there.
  const { default: updater } = await import('electron-updater');
  const { autoUpdater } = updater;
  autoUpdater.logger = null;
  autoUpdater.autoDownload = true;
  // Only we know when the agent is idle and its data kept.
  autoUpdater.autoInstallOnAppQuit = false;
  autoUpdater.allowDowngrade = false;
  autoUpdater.allowPrerelease = false;
  autoUpdater.disableWebInstaller = true;

  return {
    async look() {
      try {
        // Answers nothing for a version that is handed out in stages, until this computer's turn.
        const found = await autoUpdater.checkForUpdates();
        if (!found?.isUpdateAvailable) return undefined;
        await found.downloadPromise;
        const { version, files } = found.updateInfo;
        // Installed for every account of the computer, Windows asks an administrator, whatever the release says of itself.
        const asksSomebody = build.platform === 'win32' || files.some((file) => file.isAdminRightsRequired === true);
        return { version, asksSomebody };
      } catch {
        return undefined;
      }
    },
    install: () => autoUpdater.quitAndInstall(true, true),
  };
}
