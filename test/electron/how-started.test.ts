import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { howStarted } from '../../electron/starting/how-started.ts';
import { restartAfter } from '../../electron/engine/back-off.ts';

vi.mock('electron', () => import('./stand-in/electron.ts'));

test.each([
  [[], 'window'],
  [['--hidden'], 'tray'],
  [['--service', '--disable-gpu'], 'service'],
])('started with %j there is a %s', (args, mode) => {
  expect(howStarted(['program', ...args], { TILLBRIDGE_HOME: join('some', 'shop') })).toEqual({
    home: resolve('some', 'shop'),
    mode,
  });
});

test('a home that is named goes before the environment’s', () => {
  const { home } = howStarted(['program', '--home=other'], { TILLBRIDGE_HOME: 'shop' });
  expect(home).toBe(resolve('other'));
});

test('an engine that keeps dying is started again ever more slowly, and never given up', () => {
  expect([1, 2, 3, 4, 6, 7, 1000].map(restartAfter)).toEqual([1000, 2000, 4000, 8000, 32_000, 60_000, 60_000]);
});
