import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startGenieaiSandbox } from '../../src/sandbox/genieai/start-genieai-sandbox.ts';
import { systemClock } from '../../src/support/clock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { tillbridge } from './run-command.ts';
import { sampleHome } from './sample-home.ts';

test.skipIf(process.platform === 'win32')('run syncs, stays, and ends cleanly with 0 on a signal', async () => {
  const home = temporaryFolder();
  const sandbox = await startGenieaiSandbox({
    apiKey: 'test-key',
    now: systemClock,
    limits: { requestsPerMinute: null },
  });
  try {
    await sampleHome(home, sandbox.url);
    const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
    const child = spawn(process.execPath, [cli, 'run', '--home', home], {
      env: { ...process.env, TILLBRIDGE_SECRET_GENIEAI: 'test-key' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const heard: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      heard.push(line);
      if (line.includes(' sent, ')) child.kill('SIGTERM');
    }
    expect(await ended).toEqual([0, null]);
    expect(heard.at(-1)).toContain('Nothing is lost');
    expect(sandbox.state.contents().contacts.length).toBeGreaterThan(100);
  } finally {
    await sandbox.close();
  }
});

test('a secret that nobody gives is asked for by name, and none is ever said back', async () => {
  const home = temporaryFolder();
  const nothing = await tillbridge(['secret', 'set', 'genieai', '--home', home]);
  expect(nothing.code).toBe(2);
  expect(nothing.stderr).toContain('TILLBRIDGE_SECRET_GENIEAI');
  const set = await tillbridge(['secret', 'set', 'genieai', '--home', home, '--json'], { input: 'hush-hush-1\n' });
  expect([0, 2]).toContain(set.code);
  expect(set.stdout + set.stderr).not.toContain('hush');
  await tillbridge(['secret', 'forget', 'genieai', '--home', home]);
});
