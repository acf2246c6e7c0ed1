import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { installPackages, mayInstall } from '../install-packages.ts';

/** Where a browser of this engine usually stands, besides the folders of PATH. */
const usual: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
    String.raw`C:\Program Files\Microsoft\Edge\Application\msedge.exe`,
  ],
};

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

type Environment = Readonly<Record<string, string | undefined>>;

function installed({ PATH = '' }: Environment): string | undefined {
  const inPath = PATH.split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...(usual[process.platform] ?? []), ...inPath].find(mayRun);
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser for the tests of the screens: the one that `TILLBRIDGE_TEST_CHROMIUM` names, else an installed one. Throws one line that says what to do. */
export function chromiumHere(environment: Environment): string {
  const named = environment['TILLBRIDGE_TEST_CHROMIUM'];
  if (named !== undefined && !existsSync(named)) {
    throw new Error(`TILLBRIDGE_TEST_CHROMIUM names ${named}, which is not there.`);
  }
  const found = named ?? installed(environment);
  if (found !== undefined) return found;
  throw new Error(
    'The screens are tested in a real browser, and there is none here: install Chromium, Chrome or Edge, or name one with TILLBRIDGE_TEST_CHROMIUM.',
  );
}

/** The same, once root has installed it with apt where it was missing. */
export async function findChromium(environment: Environment): Promise<string> {
  try {
    return chromiumHere(environment);
  } catch (missing) {
    if (environment['TILLBRIDGE_TEST_CHROMIUM'] !== undefined || !mayInstall()) throw missing;
    await installPackages(['chromium']);
    return chromiumHere(environment);
  }
}
