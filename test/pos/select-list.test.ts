import { expect, test } from 'vitest';
import { selectItems, selectWithChange } from '../../src/pos/select-list.ts';

test.each([
  [
    'SELECT K.KDNR AS "key", NAME1 lastName, K.ORT FROM KUNDEN K',
    [
      ['K.KDNR', 'key'],
      ['NAME1', 'lastName'],
      ['K.ORT', 'ORT'],
    ],
  ],
  [
    `SELECT COALESCE(A, 'from, b') AS "x", (SELECT MAX(Y) FROM Z) "y" FROM T`,
    [
      [`COALESCE(A, 'from, b')`, 'x'],
      ['(SELECT MAX(Y) FROM Z)', 'y'],
    ],
  ],
  [
    'WITH Q AS (SELECT A FROM B) SELECT EXTRACT(YEAR FROM A) AS "z" -- , AS "w"\nFROM Q',
    [['EXTRACT(YEAR FROM A)', 'z']],
  ],
])('the columns of %s', (select, expected) => {
  const items = selectItems(select).map(({ expression, alias }) => [expression, alias]);
  expect(items).toEqual(expected);
});

test('a change column that is no alias is put into the list', () => {
  const { select, change } = selectWithChange({ select: 'SELECT K.ID AS "key" FROM K;', change: 'K.CHANGED' });
  expect(select).toBe(`SELECT K.ID AS "key"\n, K.CHANGED AS "${change}"\nFROM K`);
  expect(selectWithChange({ select: 'SELECT ID AS "key", C AS "moved" FROM K', change: 'MOVED' })).toEqual({
    select: 'SELECT ID AS "key", C AS "moved" FROM K',
    change: 'MOVED',
  });
});
