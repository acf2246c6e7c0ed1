import { chromium, type Browser } from 'playwright-core';
import { chromiumHere } from './find-chromium.ts';

/** Starts the browser of this machine without a window, without a word to anybody outside. Whoever starts it closes it. */
export function launchChromium(environment: Readonly<Record<string, string | undefined>>): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumHere(environment),
    args: [
      // Inside a container, and as root, Chromium's own sandbox cannot be had; only our own pages are opened.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
