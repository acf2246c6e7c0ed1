import { spawnSync } from 'node:child_process';
import { checks, type Check } from './checks.ts';

const architecture: Check = {
  name: 'every import is allowed',
  command: ['vitest', 'run', '--reporter=dot', 'test/architecture.test.ts'],
};

const failed = [...checks, architecture].filter(({ command: [program, ...args] }) => {
  return spawnSync(program, args, { stdio: 'inherit' }).status !== 0;
});
console.log(failed.length === 0 ? 'All checks passed.' : `Not so: ${failed.map(({ name }) => name).join('; ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
