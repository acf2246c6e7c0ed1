import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

const wanted = [
  'firebird3.0-server',
  'firebird3.0-server-core',
  'firebird3.0-utils',
  'firebird3.0-common',
  'libfbclient2',
  'libib-util',
] as const;

/**
 * Fetches Firebird's packages, and those that they miss on this machine, with apt and unpacks them into a folder.
 * Needs neither root nor an installation, and leaves the system and its services as they are.
 */
export async function unpackPackages(target: string): Promise<void> {
  await mkdir(join(target, '..'), { recursive: true });
  const work = await mkdtemp(`${target}-`);
  try {
    const apt = await aptWithLists(work);
    const packages = new Set<string>([...wanted, ...(await missingPackages(apt))]);
    await runCommand([...apt, 'download', ...packages], { folder: work });
    const root = join(work, 'root');
    for (const file of await readdir(work)) {
      if (file.endsWith('.deb')) await runCommand(['dpkg', '-x', join(work, file), root]);
    }
    if (!existsSync(target)) await rename(root, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

type Command = readonly [string, ...string[]];

/** The machine's own package lists where it has them; else lists fetched into the folder, which needs no root. */
async function aptWithLists(folder: string): Promise<Command> {
  const apt: Command = ['apt-get', '-q', '-o', 'APT::Sandbox::User=root'];
  const known = await runCommand(['apt-cache', 'show', '--no-all-versions', wanted[0]]).catch(() => '');
  if (known !== '') return apt;
  const lists = join(folder, 'lists');
  const cache = join(folder, 'apt');
  await mkdir(join(lists, 'partial'), { recursive: true });
  await mkdir(join(cache, 'archives/partial'), { recursive: true });
  const own: Command = [...apt, '-o', `Dir::State::lists=${lists}`, '-o', `Dir::Cache=${cache}`];
  await runCommand([...own, 'update']);
  return own;
}

/** What apt would have to add to this machine, from lines such as `'http://…' libicu72_72.1-3_amd64.deb 9376212 …`. */
async function missingPackages(apt: Command): Promise<readonly string[]> {
  const plan = await runCommand([...apt, 'install', '--print-uris', '--yes', '--no-install-recommends', ...wanted]);
  return [...plan.matchAll(/^'\S+' ([a-z0-9.+-]+)_\S+\.deb /gm)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );
}
