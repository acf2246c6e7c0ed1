import { homeFolder } from '../../src/settings/home-folder.ts';
import { hidden } from './start-at-log-in.ts';

/** How the app was started: which home, and with what to be seen. */
export function howStarted(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): { readonly home: string; readonly mode: 'window' | 'tray' | 'service' } {
  const named = args.find((arg) => arg.startsWith('--home='))?.slice('--home='.length);
  const mode = args.includes('--service') ? 'service' : args.includes(hidden) ? 'tray' : 'window';
  return { home: homeFolder(named, environment), mode };
}
