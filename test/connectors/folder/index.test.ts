import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../src/connectors/folder/file-name.ts';
import { folder } from '../../../src/connectors/folder/index.ts';
import type { TillKey } from '../../../src/model/ids.ts';
import type { AnyRecord } from '../../../src/model/record.ts';
import { sleep, systemClock } from '../../../src/support/clock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { connectorConformance } from '../conformance.ts';

function open(directory: string) {
  const parts = { secret: undefined, now: systemClock, sleep, random: () => 0.5 };
  return folder.create({ ...parts, settings: { directory } });
}

async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

connectorConformance('folder', () => {
  const directory = temporaryFolder();
  return Promise.resolve({
    connector: open(directory),
    secret: undefined,
    holds: async (kind) => (await filesIn(path.join(directory, kind))).length,
    async lastBytes(kind) {
      const files = await filesIn(path.join(directory, kind));
      const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    line: 'a folder is on this machine: there is no line that could be cut',
  });
});

const never = new AbortController().signal;

function one(key: string, record: object | null, operation: 'upsert' | 'archive' = 'upsert') {
  const parcel = {
    ref: 'r',
    kind: 'customer',
    key: key as TillKey,
    operation,
    record: record as AnyRecord | null,
  } as const;
  return { idempotencyKey: 'k', kind: 'customer', operation, parcels: [parcel] } as const;
}

describe('the files of the folder', () => {
  it('hold one record each, readable by people, and keep what a record does not speak of', async () => {
    const directory = temporaryFolder();
    const connector = open(directory);
    await connector.deliver(one('10433', { key: '10433', lastName: 'Ada', town: 'Ely' }), never);
    await connector.deliver(one('10433', { key: '10433', lastName: null }), never);
    const file = path.join(directory, 'customer', '10433.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ key: '10433', lastName: null, town: 'Ely' });
  });

  it('are whole again after somebody broke one', async () => {
    const directory = temporaryFolder();
    const connector = open(directory);
    await connector.deliver(one('1', { key: '1', lastName: 'Ada' }), never);
    await writeFile(path.join(directory, 'customer', '1.json'), '{"key":');
    const outcomes = await connector.deliver(one('1', { key: '1', lastName: 'Ada' }), never);
    expect(outcomes.get('r')).toMatchObject({ kind: 'delivered', created: false });
    expect(await filesIn(directory)).toEqual([path.join(directory, 'customer', '1.json')]);
  });

  it('move when a record is put away', async () => {
    const directory = temporaryFolder();
    const connector = open(directory);
    await connector.deliver(one('1', { key: '1' }), never);
    await connector.deliver(one('1', null, 'archive'), never);
    expect(await filesIn(directory)).toEqual([path.join(directory, 'customer', 'archived', '1.json')]);
  });

  it('cannot be written where a file stands in the way, which the owner must mend', async () => {
    const directory = path.join(temporaryFolder(), 'file');
    await writeFile(directory, '');
    const connector = open(directory);
    expect((await connector.deliver(one('1', { key: '1' }), never)).get('r')).toMatchObject({ kind: 'halted' });
    expect(await connector.check(never)).toMatchObject({ ok: false, hint: 'Name another folder.' });
  });
});

describe('the name of a file', () => {
  it.each([
    ['10433', '10433.json'],
    ['r-118_b', 'r-118_b.json'],
    ['R-118', expect.stringMatching(/^r-118~[0-9a-f]{16}\.json$/) as string],
    ['../../etc/passwd', expect.stringMatching(/^______etc_passwd~[0-9a-f]{16}\.json$/) as string],
    ['con', expect.stringMatching(/^con~[0-9a-f]{16}\.json$/) as string],
    ['', expect.stringMatching(/^~[0-9a-f]{16}\.json$/) as string],
  ])('of %j is %s', (key, name) => {
    expect(fileNameOf(key)).toEqual(name);
  });

  it('is safe on every file system, and another for every key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (key, other) => {
        const name = fileNameOf(key);
        expect(name).toMatch(/^[a-z0-9_~-]{1,110}\.json$/);
        expect(name.toLowerCase() === fileNameOf(other).toLowerCase()).toBe(key === other);
      }),
    );
  });
});
