import { fileURLToPath } from 'node:url';
import type { FirebirdProvider, FirebirdServer } from './access.ts';
import { installPackages, mayInstall } from '../install-packages.ts';
import { dockerAnswers, startDockerServer } from './docker-server.ts';
import { createRoot, findInstallation, type Installation } from './installation.ts';
import { namedServerForm, parseNamedServer, useNamedServer } from './named-server.ts';
import { startPrivateServer } from './private-server.ts';
import { unpackPackages } from './unpack-packages.ts';

/** Where packages are unpacked when Firebird is not installed. */
const unpacked = fileURLToPath(new URL('../../.cache/firebird', import.meta.url));

/**
 * Finds a way to have a real Firebird 3: the server that `TILLBRIDGE_TEST_FIREBIRD` names, the installed programs (which
 * root installs), the distribution's packages unpacked into `.cache/`, or Docker, in this order. Throws one line that says what to do.
 */
export async function findFirebird(environment: NodeJS.ProcessEnv): Promise<FirebirdProvider> {
  const named = environment['TILLBRIDGE_TEST_FIREBIRD'];
  const server = named === undefined ? undefined : parseNamedServer(named);
  const reasons: string[] = [];
  const installation = await installationHere().catch((cause: unknown) => {
    reasons.push(firstLine(cause));
    return undefined;
  });
  if (server) {
    if (!installation) throw new Error(advice('The named server needs isql on this machine', reasons));
    const prepareIsql = async (folder: string) => ({
      command: [installation.isql] as const,
      environment: await createRoot(installation, folder, server.port),
    });
    return { label: 'the server that was named', startServer: () => useNamedServer(server, prepareIsql) };
  }
  if (installation) {
    const label = installation.server.startsWith(unpacked) ? 'unpacked packages' : 'the installed programs';
    return { label, startServer: () => startPrivateServer(installation) };
  }
  if (await dockerAnswers()) return { label: 'a Docker container', startServer: startDockerServer };
  throw new Error(advice('No Firebird 3 can be had here', reasons));
}

/** Starts a server of one's own, wherever it can be had. Stop it when done; should we die first, it goes with us. */
export async function startFirebirdServer(): Promise<FirebirdServer> {
  return await (await findFirebird(process.env)).startServer();
}

async function installationHere(): Promise<Installation | undefined> {
  const installed = findInstallation('/');
  if (installed) return installed;
  if (mayInstall()) {
    // Only an installed server tells its users apart, which unpacked programs do not; where apt refuses, they may still do.
    await installPackages(['firebird3.0-server', 'firebird3.0-utils']).catch(() => undefined);
    const now = findInstallation('/');
    if (now) return now;
  }
  const found = findInstallation(unpacked);
  if (found) return found;
  await unpackPackages(unpacked);
  return findInstallation(unpacked);
}

function advice(what: string, reasons: readonly string[]): string {
  const why = reasons.length > 0 ? ` (${reasons.join('; ')})` : '';
  return `${what}${why}: install firebird3.0-server and firebird3.0-utils, start Docker, or set TILLBRIDGE_TEST_FIREBIRD=${namedServerForm}`;
}

function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0] ?? '';
}
