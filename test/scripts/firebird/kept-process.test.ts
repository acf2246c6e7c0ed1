import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';

const module = JSON.stringify(new URL('../../../scripts/firebird/kept-process.ts', import.meta.url).href);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  'a kept process does not outlive one that %s ended',
  async (signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'tillbridge-kept-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const note = join(folder, 'pid');
    const owner = spawn(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `const { startKept } = await import(${module});
      startKept({
        command: ['/bin/sh', '-c', 'echo $$ > "$FOLDER/pid"; exec sleep 60'],
        environment: { FOLDER: ${JSON.stringify(folder)} },
        afterOurDeath: 'rm -rf "$FOLDER"',
      });
      setInterval(() => undefined, 1000);`,
      ],
      { stdio: 'inherit' },
    );
    await expect.poll(() => existsSync(note) && readFileSync(note, 'utf8').endsWith('\n')).toBe(true);
    const kept = Number(readFileSync(note, 'utf8'));
    expect(isAlive(kept)).toBe(true);

    owner.kill(signal);
    await once(owner, 'exit');
    await expect.poll(() => isAlive(kept)).toBe(false);
    await expect.poll(() => existsSync(folder)).toBe(false);
  },
);
