import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checks } from '../scripts/checks.ts';

const programs = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url));

test.each(checks)('$name', { timeout: 180_000 }, ({ command: [program, ...args] }) => {
  const { status, stdout, stderr } = spawnSync(programs + program, args, { encoding: 'utf8' });
  expect(status, `${stdout}${stderr}`).toBe(0);
});
