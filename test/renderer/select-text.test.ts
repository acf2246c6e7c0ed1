import { expect, test } from 'vitest';
import {
  columnsOf,
  columnText,
  tableOf,
  withColumn,
  withoutColumn,
} from '../../renderer/screens/settings/till/select-text.ts';
import { selectItems } from '../../src/pos/select-list.ts';
import { sampleShopProfile } from '../../src/sandbox/shop/profile.ts';

const select = `SELECT C.ACNO AS "key", C.TEL AS "phone",
  CASE C.OK WHEN 'a, b from (' THEN 1 ELSE COALESCE(C.N, 0) END AS "marketingEmail"
FROM "Cust omers" C LEFT JOIN PLACES P ON P.ID = C.PLACE`;

test('fields and what feeds them are read as the engine reads them', () => {
  for (const query of [sampleShopProfile.customer, sampleShopProfile.product, sampleShopProfile.sale]) {
    const text = query?.select ?? '';
    expect(columnsOf(text).map(({ field, expression }) => ({ alias: field, expression }))).toEqual(selectItems(text));
    expect(columnsOf(text).length).toBeGreaterThan(5);
  }
  expect(columnsOf(select).map(({ field }) => field)).toEqual(['key', 'phone', 'marketingEmail']);
});

test('another column feeds a field, and nothing else changes', () => {
  const changed = withColumn(select, 'phone', 'C.MOB');
  expect(changed).toBe(select.replace('C.TEL', 'C.MOB'));
});

test('a field more is put at the end of the list, and taken away again', () => {
  const more = withColumn(select, 'email', 'C."EMail"');
  expect(columnsOf(more).at(-1)).toMatchObject({ field: 'email', expression: 'C."EMail"' });
  expect(tableOf(more)).toEqual(tableOf(select));
  expect(columnsOf(withoutColumn(more, 'email'))).toHaveLength(3);
});

test.each(['key', 'phone', 'marketingEmail'])('without %s the others stay', (field) => {
  const left = withoutColumn(select, field);
  expect(columnsOf(left).map((each) => each.field)).toEqual(
    ['key', 'phone', 'marketingEmail'].filter((each) => each !== field),
  );
  expect(tableOf(left)).toEqual({ table: 'Cust omers', alias: 'C' });
});

test('the last field of all is not taken away, and what is beyond us is left alone', () => {
  expect(withoutColumn('SELECT A AS "key" FROM T', 'key')).toBe('SELECT A AS "key" FROM T');
  expect(withColumn('EXECUTE SOMETHING', 'key', 'A')).toBe('EXECUTE SOMETHING');
  expect(tableOf('SELECT A AS "key" FROM T WHERE A > 1')).toEqual({ table: 'T', alias: 'T' });
});

test('a name that is not plain stands in quotes', () => {
  expect(columnText('C', 'TEL')).toBe('C.TEL');
  expect(columnText('C', 'E"Mail')).toBe('C."E""Mail"');
});
