import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallShop } from './join/small-shop.ts';

const one = { ACNO: '10433', FNAME: 'Ada', SNAME: 'Lovelace', EMail: 'ada@example.com' };
const other = { ACNO: '10434', FNAME: 'Augusta', SNAME: 'King', MOB: '07700 900123' };

async function shop() {
  const home = await smallShop({ customers: [one, other], settings: { people: { join: 'always' } } });
  await home.sync();
  return { home, file: join(home.home, 'said.json') };
}

describe('what was said by hand', () => {
  test('stands in a file that only its owner may read, and in nobody’s file before anything was said', async () => {
    const { home, file } = await shop();
    expect(existsSync(file)).toBe(false);
    await home.with(async (agent) => agent.people.join('10433', '10434', 'she said so'));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      people: [{ are: 'one', because: 'she said so', one: { source: 'till' }, other: { source: 'till' } }],
      articles: [],
    });
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('counts as it stands in the file where the database is an older copy', async () => {
    const { home, file } = await shop();
    const database = join(home.home, 'tillbridge.db');
    copyFileSync(database, `${database}.old`);
    await home.with(async (agent) => agent.people.join('10433', '10434', 'she said so'));
    for (const end of ['-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
    copyFileSync(`${database}.old`, database);
    await home.with(async (agent) => expect(agent.people.said()).toMatchObject([{ because: 'she said so' }]));
    await home.sync();
    expect(home.contacts().size).toBe(1);

    writeFileSync(file, JSON.stringify({ people: [], articles: [] }));
    await home.with(async (agent) => expect(agent.people.said()).toEqual([]));
    await home.sync();
    expect(home.contacts().size).toBe(2);
  });

  test('is not thrown away where its file cannot be read', async () => {
    const { home, file } = await shop();
    await home.with(async (agent) => agent.people.join('10433', '10434', 'she said so'));
    writeFileSync(file, '{"people": [');
    await expect(home.sync()).rejects.toThrow(/said by hand/);
  });
});
