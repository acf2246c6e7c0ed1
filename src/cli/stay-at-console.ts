import { once } from 'node:events';
import type { Door } from './door.ts';
import { openBrowser } from './open-browser.ts';
import type { ShopConsole } from './shop-console.ts';

/** Shows where the console is, stays until somebody asks for the end, and closes it. */
export async function stayAtConsole(
  door: Door,
  shop: ShopConsole,
  { open, answer }: { readonly open: boolean; readonly answer: (where: ConsolePlace) => unknown },
): Promise<void> {
  const { screen, signal } = door;
  try {
    const place = placeOf(shop);
    const isShown = open && (await openBrowser(place.link, door.environment));
    screen.say(...placeLines(place, isShown));
    screen.answer(answer(place));
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await shop.close();
  }
  screen.say('Ended. Nothing is lost: the next start goes on from here.');
}

/** Where a console is to be found. */
export interface ConsolePlace {
  readonly address: string;
  /** Lets one browser in as the owner, once, within ten minutes. */
  readonly link: string;
  readonly network: ShopConsole['network'] | null;
}

function placeOf({ console, network }: ShopConsole): ConsolePlace {
  return { address: console.address, link: console.link(), network: network ?? null };
}

function placeLines({ link, network }: ConsolePlace, isShown: boolean): readonly string[] {
  return [
    ...(isShown
      ? ['Opened in your browser. Should it not be there, this link opens it, once, within ten minutes:']
      : ['Open this link in a browser on this computer. It lets one in, once, within ten minutes:']),
    `  ${link}`,
    ...(network
      ? [
          'For the tills of the shop, with the staff PIN:',
          ...network.addresses.map((address) => `  ${address}`),
          'Browsers there ask once about the certificate. It is the right one if its SHA-256 reads:',
          `  ${network.fingerprint}`,
        ]
      : []),
    'It stays, and syncs on the schedule. Ctrl-C ends it.',
  ];
}
