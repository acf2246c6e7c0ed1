import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { tillbridge } from './run-command.ts';

const commands = [
  'init',
  'check',
  'till',
  'preview',
  'sync',
  'run',
  'status',
  'problems',
  'queue',
  'report',
  'find',
  'secret',
  'console',
  'demo',
];
const inner = [
  'till describe',
  'till suggest',
  'problems show',
  'problems dismiss',
  'problems recheck',
  'queue retry',
  'queue discard',
  'secret set',
  'console pin',
];

describe('help', () => {
  test('names every command and every exit code', async () => {
    const { code, stdout, stderr } = await tillbridge(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'mu'));
    for (const exit of ['0 completed', '2 wrong usage', '3 could not', '4 a guard', '5 another run']) {
      expect(stdout).toContain(exit);
    }
  });

  test.for([...commands, ...inner])('of %s has examples and the options of all commands', async (command) => {
    const { code, stdout } = await tillbridge([...command.split(' '), '--help']);
    expect(code).toBe(0);
    if (command !== 'till' && command !== 'secret') expect(stdout).toMatch(/Examples:\n {2}tillbridge /u);
    expect(stdout).toContain('--home <folder>');
    expect(stdout).toContain('--json');
  });
});

describe('wrong usage', () => {
  test.for([
    [['snyc'], 'sync'],
    [['sync', '--ful'], '--full'],
    [['sync', '--allow', 'everything'], 'mass-deletion'],
    [['queue', 'retry', 'x'], 'whole number'],
    [['demo', '--size', '-3'], 'whole number'],
    [['find'], 'text'],
  ] as const)('%j ends with 2 and says what would be right', async ([given, right]) => {
    const { code, stdout, stderr } = await tillbridge(given);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(right);
  });

  test('with --json is one document on stdout all the same', async () => {
    const { code, stdout } = await tillbridge(['sync', '--json', '--ful']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { reason: 'usage' } });
  });
});

describe('a folder that was never set up', () => {
  test.for(['check', 'preview', 'sync', 'status', 'problems', 'queue', 'report', 'find x', 'run', 'till describe'])(
    '%s says to run init, and makes nothing',
    async (command) => {
      const home = join(temporaryFolder(), 'nothing-here');
      const { code, stdout, stderr } = await tillbridge([...command.split(' '), '--home', home]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('tillbridge init');
      expect(existsSync(home)).toBe(false);
    },
  );

  test('is told so in one document with --json', async () => {
    const { stdout } = await tillbridge(['status', '--json'], { environment: { TILLBRIDGE_HOME: temporaryFolder() } });
    expect(JSON.parse(stdout)).toMatchObject({
      error: { reason: 'settings', hint: expect.stringContaining('init') as string },
    });
  });
});
