import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { FirebirdAccess, FirebirdServer } from './access.ts';
import { createDatabase } from './isql.ts';
import { startKept } from './kept-process.ts';
import { freePort } from './ports.ts';
import { runCommand } from './run-command.ts';

const image = 'firebirdsql/firebird:3';
const tries = 120;

/** Whether a Docker engine answers here. */
export async function dockerAnswers(): Promise<boolean> {
  return await runCommand(['docker', 'version', '--format', '{{.Server.Version}}']).then(
    () => true,
    () => false,
  );
}

/** Starts a server of our own in a container; its databases lie in a volume, so that they outlive a kill. */
export async function startDockerServer(): Promise<FirebirdServer> {
  const name = `tillbridge-firebird-${randomBytes(4).toString('hex')}`;
  const password = randomBytes(4).toString('hex');
  const port = await freePort();
  await runCommand(['docker', 'pull', '--quiet', image]);
  const settings = {
    FIREBIRD_ROOT_PASSWORD: password,
    FIREBIRD_CONF_AuthServer: 'Srp, Legacy_Auth',
    FIREBIRD_CONF_UserManager: 'Srp, Legacy_UserManager',
    FIREBIRD_CONF_WireCrypt: 'Enabled',
  };
  const passed = Object.keys(settings).flatMap((key) => ['-e', key]);
  const place = ['--name', name, '-p', `127.0.0.1:${port}:3050`, '-v', `${name}:/var/lib/firebird/data`];
  const launch = () =>
    startKept({
      command: ['docker', 'run', '--rm', ...place, ...passed, image],
      environment: settings,
      afterwards: `docker kill ${name} >/dev/null 2>&1`,
      afterOurDeath: `docker volume rm ${name} >/dev/null 2>&1`,
    });
  const access: FirebirdAccess = {
    host: '127.0.0.1',
    port,
    user: 'SYSDBA',
    password,
    folder: '/var/lib/firebird/data',
    isql: {
      command: ['docker', 'exec', '-i', '-e', 'ISC_USER', '-e', 'ISC_PASSWORD', name, '/opt/firebird/bin/isql'],
      environment: {},
      server: 'localhost/3050',
    },
  };
  let server = launch();
  await takesWork(access);
  return {
    access,
    kill: () => server.kill(),
    async start() {
      server = launch();
      await takesWork(access);
    },
    async stop() {
      await server.kill();
      await runCommand(['docker', 'volume', 'rm', name]);
    },
  };
}

/** Docker's port answers before the server behind it does, so a database is the proof. */
async function takesWork(access: FirebirdAccess): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await createDatabase(access, { name: 'ready' });
      return;
    } catch (cause) {
      if (attempt === tries) throw cause;
      await delay(500);
    }
  }
}
