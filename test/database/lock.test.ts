import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isLocked, takeLock } from '../../src/database/lock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a lock is held by one, and free again as soon as it is let go', () => {
  const file = join(temporaryFolder(), 'run.lock');
  expect(isLocked(file)).toBe(false);
  const lock = takeLock(file);
  expect(isLocked(file)).toBe(true);
  expect(() => takeLock(file)).toThrow(expect.objectContaining({ reason: 'busy' }));
  lock.release();
  expect(isLocked(file)).toBe(false);
  takeLock(file).release();
});

test('a process that is killed leaves no lock behind', async () => {
  const file = join(temporaryFolder(), 'run.lock');
  const script = `import { takeLock } from '${new URL('../../src/database/lock.ts', import.meta.url).href}';
    globalThis.lock = takeLock(${JSON.stringify(file)}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  expect(() => takeLock(file)).toThrow(expect.objectContaining({ reason: 'busy' }));
  child.kill('SIGKILL');
  await once(child, 'exit');
  takeLock(file).release();
});
