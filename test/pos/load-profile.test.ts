import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadProfile } from '../../src/pos/load-profile.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { problemOf } from './till-contract.ts';

function fileWith(text: string): string {
  const file = join(temporaryFolder(), 'profile.json');
  writeFileSync(file, text);
  return file;
}

test('a profile is read from its file, its key spelled as our fields are', async () => {
  const customer = { select: 'SELECT KDNR AS "key" FROM KUNDEN', key: ['KEY'] };
  const profile = await loadProfile(fileWith(`\uFEFF${JSON.stringify({ name: 'Juwelier', customer })}`));
  expect(profile).toEqual({ name: 'Juwelier', customer: { ...customer, key: ['key'], origins: {} } });
});

test.each([
  ['a SELECT that is none', { name: 'X', customer: { select: 'DELETE FROM KUNDEN' } }, 'customer.select'],
  ['two statements', { name: 'X', customer: { select: 'SELECT 1 AS "key" FROM K; DROP TABLE K' } }, 'customer.select'],
  ['sales without lines', { name: 'X', sale: { select: 'SELECT 1 AS "key" FROM K' } }, 'saleLine'],
  ['a word that is not known', { name: 'X', kunden: {}, customer: { select: 'SELECT 1' } }, 'kunden'],
  ['nothing to read', { name: 'X' }, 'at least one'],
])('%s is named by its place', async (_, profile, place) => {
  const error = await problemOf(loadProfile(fileWith(JSON.stringify(profile))));
  expect(error).toMatchObject({ reason: 'settings' });
  expect(error.message).toContain(place);
});

test('a missing file and one that is no JSON say so', async () => {
  expect((await problemOf(loadProfile('/nowhere/profile.json'))).message).toContain('/nowhere/profile.json');
  expect((await problemOf(loadProfile(fileWith('{ "name": ')))).message).toContain('no JSON');
});
