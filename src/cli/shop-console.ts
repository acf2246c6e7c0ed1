import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHttpApi } from '../api/http.ts';
import { createRouter } from '../api/router.ts';
import { keptPinHash } from '../console/kept-pin.ts';
import { openConsole, type Console } from '../console/open-console.ts';
import { networkNames, ownNetwork } from '../console/own-network.ts';
import { createStaffDoor } from '../console/staff-door.ts';
import type { Keychain } from '../settings/keychain.ts';
import type { Clock } from '../support/clock.ts';
import { createLog } from '../support/log.ts';
import { createHost } from '../sync/host/create-host.ts';
import type { Host } from '../sync/host/host-contract.ts';
import type { SampleMaker } from '../sync/host/host-parts.ts';

/** One home folder with its screens, open for browsers. */
export interface ShopConsole {
  readonly host: Host;
  readonly console: Console;
  /** How the shop's other computers reach it; undefined where it is for this computer alone. */
  readonly network: { readonly addresses: readonly string[]; readonly fingerprint: string } | undefined;
  close(): Promise<void>;
}

/** What a shop's console is made from. */
export interface ShopConsoleParts {
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: Clock;
  /** 0 takes any that is free; absent, the one of the settings. */
  readonly port?: number;
  readonly sample?: SampleMaker;
  /** Absent: the machine's own. */
  readonly keychain?: Keychain;
}

/** Where the built screens stand beside the source. */
const renderer = fileURLToPath(new URL('../../dist/renderer', import.meta.url));
/** Before the shop is set up: this computer alone, at the usual port. */
const usualPort = 7717;

/** Opens a home folder with engine, schedule and console in this process. Throws a `TillbridgeError` where its port is taken or the screens were not built. */
export async function openShopConsole(parts: ShopConsoleParts): Promise<ShopConsole> {
  const { home, now, port, ...given } = parts;
  const staffDoor = createStaffDoor(home);
  const host = await createHost({ home, now, staffDoor, ...given });
  const log = createLog({ folder: path.join(home, 'logs'), now });
  const end = async () => {
    await host.close();
    log.close();
  };
  try {
    const wanted = host.desk.settings()?.console;
    const network = wanted?.network ? await ownNetwork(home, networkNames(wanted.names), now) : undefined;
    const console = await openConsole({
      api: createHttpApi(createRouter(host)),
      renderer,
      now,
      port: port ?? wanted?.port ?? usualPort,
      pinHash: () => keptPinHash(home),
      log,
      ...(network ? { network } : {}),
    });
    const taken = new URL(console.address).port;
    const reached = network && {
      addresses: network.names.map((name) => `https://${name}:${taken}/`),
      fingerprint: network.certificate.fingerprint,
    };
    staffDoor.reachedBy(() => reached ?? null);
    return {
      host,
      console,
      network: reached,
      async close() {
        await console.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
