import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

/** How this machine opens an address in the person's browser; undefined where there is no screen to show it on. */
function openerFor(environment: Environment, platform: NodeJS.Platform): readonly [string, ...string[]] | undefined {
  switch (platform) {
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler'];
    case 'darwin':
      return ['open'];
    default:
      return environment['DISPLAY'] || environment['WAYLAND_DISPLAY'] ? ['xdg-open'] : undefined;
  }
}

/** Opens an address in the person's browser. Answers false where there is no display, or nothing that would open it. */
export function openBrowser(
  address: string,
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  const [program, ...given] = openerFor(environment, platform) ?? [];
  if (program === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(program, [...given, address], { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
