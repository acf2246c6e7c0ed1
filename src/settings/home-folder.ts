import { homedir } from 'node:os';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

function defaultFolder(environment: Environment, platform: NodeJS.Platform): string {
  const own = homedir();
  switch (platform) {
    case 'win32':
      // Local, not roaming: a staging database must not travel with a Windows profile.
      return path.join(environment['LOCALAPPDATA'] ?? path.join(own, 'AppData', 'Local'), 'Tillbridge');
    case 'darwin':
      return path.join(own, 'Library', 'Application Support', 'Tillbridge');
    default:
      return path.join(environment['XDG_DATA_HOME'] ?? path.join(own, '.local', 'share'), 'tillbridge');
  }
}

/** The folder that holds everything of one shop, absolute: as asked for, else `TILLBRIDGE_HOME`, else the machine's usual place for data. */
export function homeFolder(
  argument: string | undefined,
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
): string {
  return path.resolve(argument || environment['TILLBRIDGE_HOME'] || defaultFolder(environment, platform));
}
