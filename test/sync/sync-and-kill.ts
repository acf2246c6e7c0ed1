import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { apiKey, websiteKey, type ShopHome } from './shop-home.ts';

/** Starts `tillbridge sync` as its owner would, and kills it after so many milliseconds unless it is done before. Answers its exit code, null where it was killed. */
export async function syncAndKill({ home }: Pick<ShopHome, 'home'>, after: number): Promise<number | null> {
  const child = spawn(process.execPath, ['src/cli.ts', 'sync', '--home', home, '--json'], {
    env: { ...process.env, TILLBRIDGE_SECRET_GENIEAI: apiKey, TILLBRIDGE_SECRET_SQUARESPACE: websiteKey },
    stdio: 'ignore',
  });
  const kill = setTimeout(() => child.kill('SIGKILL'), after);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(kill);
  return code;
}
