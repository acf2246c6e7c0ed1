import { Menu, nativeImage, Tray } from 'electron';
import path from 'node:path';
import { tooltipOf } from './tooltip.ts';
import { trayMenu, type TrayMenuParts } from './tray-menu.ts';
import { stateOf } from './known.ts';
import type { StateName } from '../../src/sync/agent-contract.ts';

/** The icon beside the clock. */
export interface TrayIcon {
  /** Draws it as things stand. */
  show(parts: TrayMenuParts, now: number): void;
  destroy(): void;
}

/** The file of a state's icon: on macOS a template, which the system colours to suit its bar. */
function iconFile(folder: string, state: StateName, platform: NodeJS.Platform): string {
  return path.join(folder, platform === 'darwin' ? `${state}-Template.png` : `${state}.png`);
}

/** Makes the icon. Each state has a picture of its own shape; what did not change is not drawn again. */
export function createTray(folder: string, platform: NodeJS.Platform, onOpen: () => void): TrayIcon {
  const image = (state: StateName) => nativeImage.createFromPath(iconFile(folder, state, platform));
  const tray = new Tray(image('waiting'));
  // On macOS a click opens the menu, as everywhere in its bar.
  if (platform !== 'darwin') tray.on('click', onOpen);
  let shown = { state: 'waiting' as StateName, tooltip: '', menu: '' };
  return {
    show(parts, now) {
      const state = stateOf(parts.known, parts.words).name;
      const tooltip = tooltipOf(parts.known, parts.words, now);
      const template = trayMenu(parts);
      // Setting a menu closes the one that somebody is looking at.
      const menu = JSON.stringify(template);
      if (state !== shown.state) tray.setImage(image(state));
      if (tooltip !== shown.tooltip) tray.setToolTip(tooltip);
      if (menu !== shown.menu) tray.setContextMenu(Menu.buildFromTemplate(template));
      shown = { state, tooltip, menu };
    },
    destroy: () => tray.destroy(),
  };
}
