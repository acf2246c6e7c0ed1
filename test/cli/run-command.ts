import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** What a command did. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run besides its arguments. */
export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly folder?: string;
}

/** Runs `tillbridge …` as a process of its own, as a script or a task scheduler would. */
export async function tillbridge(given: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { environment = {}, input = '', folder } = options;
  const child = spawn(process.execPath, [cli, ...given], {
    env: { ...process.env, TILLBRIDGE_HOME: '', ...environment },
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  child.stdin.end(input);
  const [stdout, stderr, code] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve)),
  ]);
  return { code, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}
