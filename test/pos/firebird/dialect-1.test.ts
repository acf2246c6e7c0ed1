import { buffer } from 'node:stream/consumers';
import Firebird from 'node-firebird';
import { expect, test } from 'vitest';
import { firebirdServer } from '../../support/firebird-server.ts';
import { readAll } from '../read-all.ts';
import { customers, openTill } from './open-till.ts';

/** Makes a database speak dialect 1 from now on, as those that have been with a shop since the nineties do. */
async function turnToDialect1(database: string): Promise<void> {
  const { host, port, user, password } = firebirdServer();
  const service = await Firebird.attachAsync({
    host,
    port,
    user,
    password,
    database: 'service_mgr',
    pluginName: 'Legacy_Auth',
    manager: true,
  });
  await buffer(await service.setDialectAsync(database, 1));
  await service.detachAsync();
}

test('a database of dialect 1 is read like any other, whatever its columns are called', async () => {
  const server = firebirdServer();
  const database = await server.createDatabase({
    name: 'dialect',
    script: `create table SALE (ID integer, "DATE" integer, "USER" varchar(10), "VALUE" varchar(10)); commit;
      insert into SALE values (1, 7, 'ann', 'gold'); insert into SALE values (2, null, 'bob', ''); commit;`,
  });
  await turnToDialect1(database);
  await server.isql(
    database,
    `set sql dialect 1; alter table SALE add PRICE numeric(15,2), add SOLDAT date; commit;
    update SALE set PRICE = 89.95, SOLDAT = '29-MAR-2026 01:30:00' where ID = 1; update SALE set PRICE = 0.1 where ID = 2; commit;`,
  );
  const select = `SELECT S.ID AS "key", S.PRICE AS "notes", S.SOLDAT AS "lastPurchaseAt", S."DATE" AS "tags",
    S."USER" AS "firstName", S."VALUE" AS "ringSize" FROM SALE S`;
  const till = openTill(database, customers(select));
  expect(await readAll(till, 'customer')).toEqual([
    ['1', 'ann', '7', 'gold', '89.95', '2026-03-29 01:30:00'],
    ['2', 'bob', null, null, '0.1', null],
  ]);
  const { tables } = await till.describe();
  expect(tables[0]?.columns.map(({ name, type }) => [name, type])).toContainEqual(['PRICE', 'NUMERIC(15,2)']);
});
