import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { runCommand } from './firebird/run-command.ts';

/** Debian's way of asking whether a service may be started; 101 says no. */
const policy = '/usr/sbin/policy-rc.d';

/** Whether packages may be installed here: by root, with apt. */
export function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs packages with apt, and starts no service. Throws where apt does not have them. */
export async function installPackages(packages: readonly string[]): Promise<void> {
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const ours = !existsSync(policy);
  if (ours) await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const install = () =>
    runCommand(['apt-get', '-q', 'install', '-y', '--no-install-recommends', ...packages], { environment });
  try {
    await install().catch(async () => {
      // A fresh machine has no package lists, or old ones.
      await runCommand(['apt-get', '-q', 'update'], { environment });
      await install();
    });
  } finally {
    if (ours) await rm(policy, { force: true });
  }
}
