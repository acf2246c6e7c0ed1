import { expect, test } from 'vitest';
import { rowKinds } from '../../../src/model/record.ts';
import { shopEdits } from '../../../src/sandbox/shop/edits.ts';
import { firebirdShopScript } from '../../../src/sandbox/shop/firebird-script.ts';
import { sampleShopProfile } from '../../../src/sandbox/shop/profile.ts';
import { createSampleShop, type SampleShop } from '../../../src/sandbox/shop/shop.ts';
import { firebirdServer } from '../../support/firebird-server.ts';

async function written(shop: SampleShop): Promise<(query: string) => Promise<string[]>> {
  const server = firebirdServer();
  const database = await server.createDatabase({ name: 'shop', script: firebirdShopScript(shop) });
  /** Answers the words that isql printed, without heading. */
  return async (query) => {
    const printed = await server.isql(database, `set heading off;\n${query};\n`);
    return printed.split(/\s+/).filter((word) => word !== '');
  };
}

const shop = createSampleShop({ size: 250 });

test('a Firebird till has all rows of the shop, with generators that go on from them', async () => {
  const ask = await written(shop);
  const [customers, products, sales] = await ask(
    'select (select count(*) from CUST), (select count(*) from STOCKITM), (select count(*) from SALESHD) from RDB$DATABASE',
  );
  expect([customers, products, sales]).toEqual(['250', '167', '1250']);
  const [line, lines, payment, payments, sale] = await ask(
    `select gen_id(GEN_LNID, 0) - 10000000, (select count(*) from SALESLN), gen_id(GEN_PAYID, 0) - 10000000,
      (select count(*) from PAYMTS), gen_id(GEN_SALENO, 0) from RDB$DATABASE`,
  );
  expect([line, payment, sale]).toEqual([lines, payments, '101250']);
});

test('it declares no character set and holds bytes of Windows-1252', async () => {
  const ask = await written(shop);
  expect(await ask('select RDB$CHARACTER_SET_NAME from RDB$DATABASE')).toEqual(['NONE']);
  const having = (byte: string, column: string) =>
    ask(`select count(*) from CUST where ${column} containing x'${byte}'`);
  const expected = (character: string, field: 'notes' | 'lastName' | 'firstName' | 'line1') =>
    [...shop.customers()].filter(({ values }) => String(values[field] ?? '').includes(character)).length;
  expect(await having('A3', 'NOTES')).toEqual([String(expected('£', 'notes'))]);
  expect(await having('92', 'SNAME')).toEqual([String(expected('’', 'lastName'))]);
  expect(await having('81', 'FNAME')).toEqual([String(expected('\ufffd', 'firstName'))]);
  expect(expected('\ufffd', 'firstName')).toBeGreaterThan(0);
  expect(await having('0D0A', 'ADDR1')).toEqual([String(expected('\r\n', 'line1'))]);
  expect(expected('\r\n', 'line1')).toBeGreaterThan(0);
});

test('every SELECT of the profile gives a row for each of its table', async () => {
  const ask = await written(createSampleShop({ size: 100 }));
  const tables = { customer: 'CUST', product: 'STOCKITM', sale: 'SALESHD', saleLine: 'SALESLN', payment: 'PAYMTS' };
  for (const kind of rowKinds) {
    const { select } = sampleShopProfile[kind];
    const [rows, all] = await ask(
      `select (select count(*) from (${select})), (select count(*) from ${tables[kind]}) from RDB$DATABASE`,
    );
    expect(rows).toBe(all);
  }
});

test('the edits of the next day run there as well', async () => {
  const ask = await written(shop);
  const edits = shopEdits(shop, 'firebird');
  await ask(`${edits.flatMap(({ statements }) => statements).join(';\n')};\ncommit`);
  const [customers, products, sales, lines] = await ask(
    `select (select count(*) from CUST), (select count(*) from STOCKITM), (select count(*) from SALESHD),
      (select count(*) from SALESLN L join SALESHD H on H.SALENO = L.SALENO where H.SALENO = 101251) from RDB$DATABASE`,
  );
  expect([customers, products, sales, lines]).toEqual(['251', '166', '1251', '1']);
});
