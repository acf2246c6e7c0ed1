import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { tillbridge } from './run-command.ts';

/** An unknown till that is not the sample: German names, its own keys. */
function unknownTill(folder: string): string {
  const file = join(folder, 'kasse.db');
  const database = new DatabaseSync(file);
  database.exec(`
    CREATE TABLE KUNDEN (KDNR INTEGER PRIMARY KEY, VORNAME VARCHAR(40), NACHNAME VARCHAR(40), EMAIL VARCHAR(80), TELEFON VARCHAR(30));
    CREATE TABLE ARTIKEL (ARTNR VARCHAR(20) PRIMARY KEY, BEZEICHNUNG VARCHAR(80), VKPREIS NUMERIC(10,2), BESTAND INTEGER);
    INSERT INTO KUNDEN VALUES (1, 'Ada', 'Harper', 'ada@example.com', '07700 900123'), (2, 'Tom', 'Quill', NULL, '07700 900124');
    INSERT INTO ARTIKEL VALUES ('R-1', 'Silver ring', 89.00, 3);
  `);
  database.close();
  return file;
}

const shop = ['--shop-name', 'Harper', '--country', 'GB', '--time-zone', 'Europe/London', '--currency', 'GBP'];

describe('init without a terminal', () => {
  test('says everything that is missing at once', async () => {
    const { code, stderr } = await tillbridge(['init', '--home', join(temporaryFolder(), 'home'), '--till', 'sqlite']);
    expect(code).toBe(2);
    for (const flag of ['--shop-name', '--country', '--file', '--destination']) expect(stderr).toContain(flag);
  });

  test('takes a profile that is given, and the settings it writes are read again', async () => {
    const folder = temporaryFolder();
    const profile = join(folder, 'ours.json');
    writeFileSync(
      profile,
      JSON.stringify({
        name: 'Kasse',
        customer: { select: 'SELECT KDNR AS "key", NACHNAME AS "lastName" FROM KUNDEN' },
      }),
    );
    const home = join(folder, 'home');
    const where = ['--home', home, '--till', 'sqlite', '--file', unknownTill(folder), '--profile', profile];
    const made = await tillbridge([
      'init',
      ...where,
      ...shop,
      '--destination',
      'folder',
      '--directory',
      join(folder, 'out'),
    ]);
    expect(made.stderr).toBe('');
    expect(made.code).toBe(0);
    expect(JSON.parse(readFileSync(join(home, 'profile.json'), 'utf8'))).toMatchObject({ name: 'Kasse' });
    const synced = await tillbridge(['sync', '--home', home, '--json']);
    expect(synced.code).toBe(0);
    expect(JSON.parse(synced.stdout)).toMatchObject({
      run: { outcome: 'completed' },
      read: { customer: { rows: 2, new: 2 } },
    });
  });

  test('suggests a profile for a database that nobody described', async () => {
    const folder = temporaryFolder();
    const home = join(folder, 'home');
    const where = ['--home', home, '--till', 'sqlite', '--file', unknownTill(folder)];
    const made = await tillbridge([
      'init',
      ...where,
      ...shop,
      '--destination',
      'folder',
      '--directory',
      join(folder, 'out'),
    ]);
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(made.stdout).toMatch(/KUNDEN/u);
    const synced = await tillbridge(['sync', '--home', home, '--json']);
    expect(JSON.parse(synced.stdout)).toMatchObject({
      run: { outcome: 'completed' },
      read: { customer: { rows: 2 }, product: { rows: 1 } },
    });
  });

  test('never overwrites what is there', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'settings.json'), 'mine');
    const { code, stderr } = await tillbridge(['init', '--home', home, '--sample']);
    expect(code).toBe(2);
    expect(stderr).toContain('--force');
    expect(readFileSync(join(home, 'settings.json'), 'utf8')).toBe('mine');
  });

  test('says what would be right where an answer is wrong', async () => {
    const home = join(temporaryFolder(), 'home');
    const given = [
      ...shop.slice(0, 3),
      'Britain',
      ...shop.slice(4),
      '--till',
      'sqlite',
      '--file',
      'x',
      '--destination',
      'folder',
    ];
    const { code, stderr } = await tillbridge(['init', '--home', home, ...given, '--directory', '/out']);
    expect(code).toBe(2);
    expect(stderr).toContain('shop.country: expected a country code of two capital letters');
  });
});
