import { createAdaptorServer } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { TillbridgeError } from '../support/errors.ts';
import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';
import type { Certificate } from './certificate.ts';
import { createDoor } from './door.ts';
import { createGuesses } from './guesses.ts';
import { createRefusals } from './refusals.ts';
import type { Role } from './role.ts';
import { readRenderer } from './renderer-files.ts';
import { createSessions } from './sessions.ts';

/** How a console is to be. */
export interface ConsoleOptions {
  /** Answers what is asked under `/api`. */
  readonly api: (request: Request, role: Role) => Promise<Response>;
  /** The built renderer. */
  readonly renderer: string;
  readonly now: Clock;
  /** 0, the default, takes any that is free. */
  readonly port?: number;
  /** Reachable for the tills of the shop: with a certificate, under these names besides the loopback's. Absent: this computer alone. */
  readonly network?: { readonly names: readonly string[]; readonly certificate: Certificate };
  readonly pinHash?: () => string | undefined;
  readonly log: Pick<Log, 'warn' | 'error'>;
}

/** A console that is open. */
export interface Console {
  /** `http://127.0.0.1:7717`. */
  readonly address: string;
  /** A link that lets one browser in as the owner, once. */
  link(): string;
  /** Ends it, and every session with it. */
  close(): Promise<void>;
}

/** Opens the console. Throws a `TillbridgeError` where the renderer was not built or the port is taken. */
export async function openConsole(options: ConsoleOptions): Promise<Console> {
  const { api, now, network, port = 0, pinHash = () => undefined, log } = options;
  const files = await readRenderer(options.renderer);
  const scheme = network ? 'https' : 'http';
  const origins = new Set<string>();
  const sessions = createSessions({ now, newSecret: () => randomBytes(32).toString('base64url') });
  const door = createDoor({
    origins,
    sessions,
    guesses: createGuesses(now),
    pinHash,
    files,
    api,
    refusals: createRefusals(log, now),
    onMistake: (thrown) => log.error('the console made a mistake', thrown),
    placeOf: (context) => getConnInfo(context).remote.address ?? 'unknown',
  });
  const server = createAdaptorServer({
    fetch: door.fetch,
    overrideGlobalObjects: false,
    ...(network
      ? {
          createServer: createTlsServer,
          serverOptions: { key: network.certificate.key, cert: network.certificate.cert },
        }
      : {}),
  }) as Server;
  const taken = await listen(server, { port, host: network ? '0.0.0.0' : '127.0.0.1' });
  for (const name of ['127.0.0.1', 'localhost', ...(network?.names ?? [])]) {
    origins.add(`${scheme}://${name.toLowerCase()}:${taken}`);
  }
  const address = `${scheme}://127.0.0.1:${taken}`;
  let closed: Promise<void> | undefined;
  return {
    address,
    link: () => `${address}/open?token=${sessions.issueLink()}`,
    close: () => (closed ??= stop(server)),
  };
}

async function listen(server: Server, place: { port: number; host: string }): Promise<number> {
  try {
    const listening = once(server, 'listening');
    server.listen(place);
    await listening;
  } catch (cause) {
    throw new TillbridgeError('settings', `opening the console: port ${place.port} cannot be used`, {
      hint: 'Another program has it, or it is forbidden. Name another with --port.',
      cause,
    });
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has an address with a port');
  return address.port;
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
