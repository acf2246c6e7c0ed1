import { homedir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { homeFolder } from '../../src/settings/home-folder.ts';

describe('the home folder', () => {
  test('is the one asked for, made absolute', () => {
    expect(homeFolder('shop', { TILLBRIDGE_HOME: '/elsewhere' })).toBe(path.resolve('shop'));
  });

  test('is the one of the environment where none is asked for', () => {
    expect(homeFolder(undefined, { TILLBRIDGE_HOME: '/srv/shop' })).toBe(path.resolve('/srv/shop'));
  });

  test('lies where each system keeps data', () => {
    expect(homeFolder(undefined, { XDG_DATA_HOME: '/data' }, 'linux')).toBe(path.resolve('/data/tillbridge'));
    expect(homeFolder(undefined, {}, 'linux')).toBe(path.join(homedir(), '.local', 'share', 'tillbridge'));
    expect(homeFolder(undefined, {}, 'darwin')).toBe(
      path.join(homedir(), 'Library', 'Application Support', 'Tillbridge'),
    );
    expect(homeFolder(undefined, { LOCALAPPDATA: '/local' }, 'win32')).toBe(path.resolve('/local/Tillbridge'));
  });
});
