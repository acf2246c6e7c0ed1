import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TillbridgeError } from '../../src/support/errors.ts';
import { createLog } from '../../src/support/log.ts';

let folder: string;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'tillbridge-log-')), 'logs');
});
afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

async function lines(): Promise<Record<string, unknown>[]> {
  const text = await readFile(path.join(folder, 'tillbridge.log'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  test('writes one JSON document a line, with the time it was given', async () => {
    const log = createLog({ folder, now: () => Date.UTC(2026, 10, 21, 9, 30) });
    log.info('run completed', { sent: 79_742, quick: false });
    log.close();
    expect(await lines()).toMatchObject([
      { level: 'info', time: '2026-11-21T09:30:00.000Z', msg: 'run completed', sent: 79_742, quick: false },
    ]);
  });

  test('keeps personal data and secrets out of sentences, facts, errors and their causes', async () => {
    const log = createLog({ folder, now: () => 0, secrets: ['hush hush'] });
    const cause = new Error('refused ada@example.com with hush hush');
    log.warn('customer 07700 900123 waits', { about: 'ada@example.com' });
    log.error(
      'sending',
      new TillbridgeError('unreachable', 'sending: no line', { hint: 'Call +44 1632 960001.', cause }),
    );
    log.close();
    const text = await readFile(path.join(folder, 'tillbridge.log'), 'utf8');
    for (const secret of ['ada@', '900123', 'hush', '960001']) expect(text).not.toContain(secret);
    expect((await lines())[1]).toMatchObject({
      error: { message: 'sending: no line', cause: { message: expect.stringContaining('refused') as string } },
    });
  });

  test('never grows beyond its number of files and their size', async () => {
    const log = createLog({ folder, now: () => 0, bytes: 2_000, files: 3 });
    for (let line = 0; line < 500; line += 1) log.info('a line of some length', { line });
    log.close();
    const files = await readdir(folder);
    expect(files.sort()).toEqual(['tillbridge.1.log', 'tillbridge.2.log', 'tillbridge.log']);
    for (const file of files) expect((await stat(path.join(folder, file))).size).toBeLessThan(2_200);
    expect((await lines()).at(-1)).toMatchObject({ line: 499 });
  });

  test('goes on in the file of the process before it', async () => {
    for (const sentence of ['first', 'second']) {
      const log = createLog({ folder, now: () => 0 });
      log.info(sentence);
      log.close();
    }
    expect(await lines()).toMatchObject([{ msg: 'first' }, { msg: 'second' }]);
  });
});
