import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firebirdServer } from '../support/firebird-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { tillbridge } from './run-command.ts';

const script = `
  CREATE TABLE CLIENTE (CODCLI INTEGER NOT NULL PRIMARY KEY, NOMBRE VARCHAR(40), APELLIDOS VARCHAR(60), EMAIL VARCHAR(80), TELEFONO VARCHAR(30), CP VARCHAR(10), POBLACION VARCHAR(40));
  CREATE TABLE CUSTOMERS (CUST_NO INTEGER NOT NULL PRIMARY KEY, FORENAME VARCHAR(40), SURNAME VARCHAR(60), EMAIL_ADDR VARCHAR(80), PHONE_NO VARCHAR(30));
  CREATE TABLE STOCK (ITEM_CODE VARCHAR(20) NOT NULL PRIMARY KEY, DESCRIPTION VARCHAR(80), SELL_PRICE NUMERIC(12,2), QTY_ON_HAND INTEGER);
  CREATE TABLE INVOICE (INV_NO INTEGER NOT NULL PRIMARY KEY, CUST_NO INTEGER REFERENCES CUSTOMERS (CUST_NO), INV_DATE TIMESTAMP, INV_TOTAL NUMERIC(12,2));
  CREATE TABLE INVOICE_LINE (LINE_ID INTEGER NOT NULL PRIMARY KEY, INV_NO INTEGER REFERENCES INVOICE (INV_NO), ITEM_CODE VARCHAR(20), DESCR VARCHAR(80), QTY INTEGER, UNIT_PRICE NUMERIC(12,2), LINE_TOTAL NUMERIC(12,2));
  COMMIT;
  INSERT INTO CUSTOMERS VALUES (1, 'Ada', 'Harper', 'ada@example.com', '07700 900123');
  INSERT INTO CUSTOMERS VALUES (2, 'Tom', 'Quill', 'tom@example.org', '07700 900124');
  INSERT INTO STOCK VALUES ('R-1', 'Silver ring', 89.00, 3);
  INSERT INTO INVOICE VALUES (7, 1, '2026-03-02 11:04:00', 89.00);
  INSERT INTO INVOICE_LINE VALUES (70, 7, 'R-1', 'Silver ring', 1, 89.00, 89.00);
  COMMIT;
`;

const shop = ['--shop-name', 'Harper', '--country', 'GB', '--time-zone', 'Europe/London', '--currency', 'GBP'];

test('a Firebird database that nobody described is set up without a terminal, and synced', async () => {
  const server = firebirdServer();
  const database = await server.createDatabase({ name: 'unknown', script });
  const folder = temporaryFolder();
  const home = join(folder, 'home');
  const environment = { TILLBRIDGE_SECRET_TILL: server.password };
  const place = ['--host', server.host, '--port', String(server.port), '--database', database, '--user', server.user];
  const where = ['init', '--home', home, '--till', 'firebird', ...place, '--encoding', 'WIN1252'];
  const made = await tillbridge([...where, ...shop, '--destination', 'folder', '--directory', join(folder, 'out')], {
    environment,
  });
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toMatch(/email +CUSTOMERS\.EMAIL_ADDR +(?:sure|likely) +ada@example\.com/u);
  for (const file of ['settings.json', 'profile.json']) {
    expect(readFileSync(join(home, file), 'utf8')).not.toContain(server.password);
  }

  const checked = await tillbridge(['check', '--home', home], { environment });
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('ok')]);

  const synced = await tillbridge(['sync', '--home', home, '--json'], { environment });
  expect(JSON.parse(synced.stdout)).toMatchObject({
    run: { outcome: 'completed' },
    read: { customer: { rows: 2 }, product: { rows: 1 }, sale: { rows: 1 }, saleLine: { rows: 1 } },
    delivered: { folder: { customer: { created: 2 }, product: { created: 1 }, sale: { created: 1 } } },
  });

  const described = await tillbridge(['till', 'describe', 'invoice', '--home', home], { environment });
  expect(described.stdout).toMatch(/INVOICE_LINE {2}1 row/u);

  const lost = await tillbridge(['sync', '--home', home, '--json'], {
    environment: { TILLBRIDGE_SECRET_TILL: 'wrong' },
  });
  expect(lost.code).toBeGreaterThan(1);
  expect(lost.stdout + lost.stderr).not.toContain(server.password);
});
