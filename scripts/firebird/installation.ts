import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of Firebird 3 as Debian and Ubuntu lay them out, under `/` or wherever their packages were unpacked. */
export interface Installation {
  readonly server: string;
  readonly isql: string;
  /** Makes an empty security database; the installed one may only be read by its own user. */
  readonly securityScript: string;
  /** `firebird.msg`, `intl/libfbintl.so` and `plugins/`. */
  readonly library: string;
  readonly configuration: string;
  /** What the programs need to find their libraries. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Looks for a whole Firebird 3 under a folder that is laid out like a system's root. */
export function findInstallation(root: string): Installation | undefined {
  const libraries = join(root, 'usr/lib');
  if (!existsSync(libraries)) return undefined;
  for (const machine of readdirSync(libraries)) {
    const found: Installation = {
      server: join(root, 'usr/sbin/firebird'),
      isql: join(root, 'usr/bin/isql-fb'),
      securityScript: join(root, 'usr/share/firebird/3.0/security.sql'),
      library: join(libraries, machine, 'firebird/3.0'),
      configuration: join(root, 'etc/firebird/3.0'),
      environment:
        root === '/' ? {} : { LD_LIBRARY_PATH: [join(libraries, machine), join(root, 'lib', machine)].join(':') },
    };
    const { server, isql, securityScript, library } = found;
    if ([server, isql, securityScript, join(library, 'plugins/libEngine12.so')].every((file) => existsSync(file)))
      return found;
  }
  return undefined;
}

/** Fills a folder as the private root of one server, and answers the environment in which its programs run. */
export async function createRoot(
  installation: Installation,
  folder: string,
  port: number,
): Promise<Readonly<Record<string, string>>> {
  const { library, configuration } = installation;
  await mkdir(join(folder, 'intl'));
  await mkdir(join(folder, 'lock'));
  await mkdir(join(folder, 'tmp'));
  // Copies, not links: the server takes no library that it finds through a link.
  await cp(join(library, 'intl/libfbintl.so'), join(folder, 'intl/libfbintl.so'));
  await cp(join(configuration, 'fbintl.conf'), join(folder, 'intl/fbintl.conf'));
  await cp(join(configuration, 'plugins.conf'), join(folder, 'plugins.conf'));
  await cp(join(library, 'plugins'), join(folder, 'plugins'), { recursive: true });
  await writeFile(join(folder, 'databases.conf'), '');
  await writeFile(join(folder, 'fbtrace.conf'), '');
  await writeFile(join(folder, 'firebird.conf'), firebirdConf(port));
  return {
    ...installation.environment,
    FIREBIRD: folder,
    // Else the programs look for plugins, character sets and messages where the packages would have been installed.
    // It also makes SYSDBA of everybody who logs in, so installed programs, which know where to look, do without.
    ...(installation.server === '/usr/sbin/firebird' ? {} : { FIREBIRD_BOOT_BUILD: '1' }),
    FIREBIRD_MSG: library,
    FIREBIRD_LOCK: join(folder, 'lock'),
    FIREBIRD_TMP: join(folder, 'tmp'),
  };
}

/** Both ways of logging in, since old tills kept the old one. Under FIREBIRD_BOOT_BUILD the mode has to be said. */
function firebirdConf(port: number): string {
  return `RemoteServicePort = ${port}
RemoteBindAddress = localhost
DatabaseAccess = Full
ExternalFileAccess = Full
SecurityDatabase = $(root)/security3.fdb
AuthServer = Srp, Legacy_Auth
AuthClient = Srp, Legacy_Auth
UserManager = Srp, Legacy_UserManager
WireCrypt = Enabled
ServerMode = Super
`;
}
