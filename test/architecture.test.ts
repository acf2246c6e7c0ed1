import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importTable, packageHomes } from './support/architecture/import-table.ts';
import { complaintsAbout } from './support/architecture/rules.ts';
import { readSource } from './support/architecture/source.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = globSync('{src,test,bench,scripts,renderer,electron}/**/*.{ts,tsx}', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted()
  .map((path) => readSource(path, readFileSync(root + path, 'utf8')));

test('every file keeps to the rules of the house', () => {
  expect(sources.flatMap(complaintsAbout)).toEqual([]);
});

test('every folder of the product has a row in the import table', () => {
  const folders = [...readdirSync(`${root}src`).map((name) => name.replace(/\.ts$/, '')), 'renderer', 'electron'];
  expect(folders.filter((name) => !(name in importTable))).toEqual([]);
});

test('every package that the product depends on has a home, and every home a package', () => {
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { dependencies: object };
  // Electron is no dependency of the packed app: it is what the app is packed into.
  const homes = Object.keys(packageHomes).filter((name) => name !== 'electron');
  expect(Object.keys(dependencies).toSorted()).toEqual([...homes, 'zod'].toSorted());
});

test('files are small: half of them have fewer than 120 lines', () => {
  const lengths = sources.filter(({ path }) => /^(src|renderer|electron)\//.test(path)).map(({ lines }) => lines);
  const median = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)];
  expect(median).toBeLessThan(120);
});

test('the rules are read from a tree that is there', () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(existsSync(`${root}src/connectors/contract.ts`)).toBe(true);
});
