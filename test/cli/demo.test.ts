import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { tillbridge } from './run-command.ts';

test('the demonstration shows a till and a website at work, and what both know together', async () => {
  const home = join(temporaryFolder(), 'demo');
  const { code, stdout, stderr } = await tillbridge(['demo', '--exit', '--size', '300', '--home', home]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/\d+ customers are known from both, the till and the website/);
  expect(stdout).toMatch(/\n {2}One person, known as\n(?:.*\n)+? {4}Website .*\n {4}because /);
  expect(stdout).toMatch(/postcode +.* Website, /);
  expect(stdout).toContain('the website offered 1\n');
  expect(stdout).toContain('the website offers 0: nobody can buy it twice\n');
  expect(stdout).toMatch(/order (\d+) of the website, keyed into the till as sale \d+; counted once\n.*WEB \1\n/);
  expect(existsSync(join(home, 'report.html'))).toBe(true);
}, 60_000);

test('a shop too small for a website is not invented', async () => {
  const { code, stderr } = await tillbridge([
    'demo',
    '--exit',
    '--size',
    '20',
    '--home',
    join(temporaryFolder(), 'demo'),
  ]);
  expect(code).toBe(2);
  expect(stderr).toContain('300 or more');
});
