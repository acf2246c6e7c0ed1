import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FirebirdAccess, FirebirdServer } from './access.ts';
import { createRoot, type Installation } from './installation.ts';
import { startKept, type KeptProcess } from './kept-process.ts';
import { freePort, portOpens } from './ports.ts';
import { runCommand } from './run-command.ts';

const patience = 15_000;

/** Starts a server of our own from installed or unpacked files, in a folder of its own, without touching the system's. */
export async function startPrivateServer(installation: Installation): Promise<FirebirdServer> {
  const folder = await mkdtemp(join(tmpdir(), 'tillbridge-firebird-'));
  try {
    const port = await freePort();
    const environment = await createRoot(installation, folder, port);
    const databases = join(folder, 'databases');
    await mkdir(databases);
    // Eight characters, because the old way of logging in looks at no more.
    const password = randomBytes(4).toString('hex');
    await createSecurityDatabase({ installation, folder, environment, password });
    const access: FirebirdAccess = {
      host: '127.0.0.1',
      port,
      user: 'SYSDBA',
      password,
      folder: databases,
      isql: { command: [installation.isql], environment, server: `localhost/${port}` },
    };
    return await running(access, folder, () =>
      startKept({ command: [installation.server], environment, afterOurDeath: 'rm -rf "$FIREBIRD"' }),
    );
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  }
}

async function running(access: FirebirdAccess, folder: string, launch: () => KeptProcess): Promise<FirebirdServer> {
  let server = launch();
  const ready = async (): Promise<void> => {
    if (!(await portOpens(access.host, access.port, patience)))
      throw new Error(
        `starting Firebird on port ${access.port}: no answer in ${patience / 1000} s. ${server.output()}`,
      );
  };
  await ready().catch(async (cause: unknown) => {
    await server.kill();
    throw cause;
  });
  return {
    access,
    kill: () => server.kill(),
    async start() {
      server = launch();
      await ready();
    },
    async stop() {
      await server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface SecurityParts {
  readonly installation: Installation;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly password: string;
}

/** Made embedded, before the server runs, with a password for either way of logging in. */
async function createSecurityDatabase({ installation, folder, environment, password }: SecurityParts): Promise<void> {
  const file = join(folder, 'security3.fdb');
  await runCommand([installation.isql, '-q', '-b', '-user', 'SYSDBA'], {
    environment,
    input: `create database '${file}';
input '${installation.securityScript}';
commit;
connect '${file}' user SYSDBA;
create or alter user SYSDBA password '${password}' using plugin Srp;
create or alter user SYSDBA password '${password}' using plugin Legacy_UserManager;
commit;
`,
  });
}
