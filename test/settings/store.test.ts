import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSettings, parseSettings, saveSettings, settingsFile } from '../../src/settings/store.ts';
import { TillbridgeError } from '../../src/support/errors.ts';

const smallest = {
  shop: { name: 'Harper & Daughters', country: 'GB', timeZone: 'Europe/London', currency: 'GBP' },
  till: { kind: 'sqlite', file: 'till.sqlite', profile: 'profile.json' },
  destinations: [{ id: 'genieai', kind: 'genieai', baseUrl: 'http://127.0.0.1:8088/v1' }],
};

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'tillbridge-settings-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function complaint(work: () => Promise<unknown>): Promise<TillbridgeError> {
  const error = await work().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TillbridgeError)) throw new Error('expected a TillbridgeError');
  return error;
}

describe('settings', () => {
  test('come back as they were saved, with the defaults written out', async () => {
    const settings = parseSettings(smallest, 'a test');
    await saveSettings(home, settings);
    expect(await loadSettings(home)).toEqual(settings);
    expect(JSON.parse(await readFile(settingsFile(home), 'utf8'))).toMatchObject({
      guards: { massDeletion: { count: 25, percent: 5 } },
      retention: { archiveAfterDays: 7 },
    });
  });

  test('keep what belongs to a connector as it stands', () => {
    expect(parseSettings(smallest, 'a test').destinations[0]).toMatchObject({ baseUrl: 'http://127.0.0.1:8088/v1' });
  });

  test('are readable for their owner alone, and leave no half-written file behind', async () => {
    await saveSettings(home, parseSettings(smallest, 'a test'));
    await saveSettings(home, parseSettings(smallest, 'a test'));
    expect(await readdir(home)).toEqual(['settings.json']);
    if (process.platform !== 'win32') expect((await stat(settingsFile(home))).mode & 0o777).toBe(0o600);
  });

  test('that a Windows editor saved with a byte-order mark are read', async () => {
    await writeFile(settingsFile(home), `\uFEFF${JSON.stringify(smallest)}`);
    expect((await loadSettings(home)).shop.name).toBe('Harper & Daughters');
  });

  test('that are missing lead to `tillbridge init`', async () => {
    const error = await complaint(() => loadSettings(home));
    expect(error.reason).toBe('settings');
    expect(error.hint).toContain('tillbridge init');
  });

  test('that are no JSON say so, and where', async () => {
    await writeFile(settingsFile(home), '{\n  "shop": {\n');
    const error = await complaint(() => loadSettings(home));
    expect(error.reason).toBe('settings');
    expect(error.message).toMatch(/line 3/);
  });

  test.for([
    ['shop.country', { shop: { ...smallest.shop, country: 'gb' } }, 'expected a country code of two capital letters'],
    [
      'shop.timeZone',
      { shop: { ...smallest.shop, timeZone: 'London' } },
      'expected a time zone such as "Europe/London"',
    ],
    ['shop.name', { shop: { ...smallest.shop, name: '' } }, 'expected a text that is not empty'],
    ['till.kind', { till: { kind: 'oracle' } }, 'expected one of "firebird", "sqlite"'],
    ['till.file', { till: { kind: 'sqlite', profile: 'p.json' } }, 'expected a text in quotes; it is missing'],
    ['till', { till: { ...smallest.till, pasword: 'hush' } }, 'expected no "pasword" here'],
    ['destinations', { destinations: [] }, 'expected a list of at least 1'],
    [
      'destinations[0].id',
      { destinations: [{ id: 'Genie AI', kind: 'genieai' }] },
      'small letters, digits and hyphens',
    ],
    ['guards.massDeletion.percent', { guards: { massDeletion: { percent: 120 } } }, 'expected a number of at most 100'],
    ['schedule.everyMinutes', { schedule: { everyMinutes: 1.5 } }, 'expected a whole number'],
  ] as const)('that are wrong at %s say what was expected there', ([at, change, expected]) => {
    let error: unknown;
    try {
      parseSettings({ ...smallest, ...change }, 'settings.json');
    } catch (thrown) {
      error = thrown;
    }
    if (!(error instanceof TillbridgeError)) throw new Error('expected a TillbridgeError');
    expect(error.reason).toBe('settings');
    const line = error.message.split('\n').find((one) => one.trim().startsWith(`${at}: `));
    expect(line).toContain(expected);
    expect(error.message).not.toContain('hush');
  });
});
