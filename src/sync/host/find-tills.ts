import { connect } from 'node:net';
import type { FoundTill } from './host-contract.ts';
import { findDatabases, type Places } from './firebird-places.ts';

/** Where to look. */
export interface FindParts {
  /** Absent: this computer, and the ports that Firebird usually has. */
  readonly host?: string;
  readonly ports?: readonly number[];
  readonly places: Places;
}

/** Where Firebird listens unless somebody has moved it, and where a second one beside it does. */
const usualPorts = [3050, 3051, 3052, 3053] as const;

/** A server on this computer answers at once, or is not there. */
const patience = 400;

/**
 * Firebird on this computer: ports that answer, the aliases in its settings, and databases in the usual folders. It opens
 * nothing, tries no password, and does not look into the network. Quick and bounded, however full the disk is.
 */
export async function findTills(
  signal: AbortSignal,
  { host = '127.0.0.1', ports = usualPorts, places }: FindParts,
): Promise<readonly FoundTill[]> {
  const found = await findDatabases(places, signal);
  const asked = [...new Set([...ports, ...found.ports])];
  const open = await Promise.all(asked.map((port) => answers(host, port, signal)));
  const servers = asked.filter((_, index) => open[index]);
  signal.throwIfAborted();
  // Without a server nothing can be read, and yet the owner should hear that the database is there.
  if (servers.length === 0) {
    return found.databases.length === 0
      ? []
      : [{ kind: 'firebird', host: null, port: null, databases: found.databases }];
  }
  return servers.map((port) => ({ kind: 'firebird', host, port, databases: found.databases }));
}

/** Whether anybody takes a connection there. */
function answers(host: string, port: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (isOpen: boolean) => {
      signal.removeEventListener('abort', stop);
      socket.destroy();
      resolve(isOpen);
    };
    const stop = () => end(false);
    socket.setTimeout(patience, stop);
    socket.once('connect', () => end(true)).once('error', stop);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
}
