import type { FirebirdAccess } from '../scripts/firebird/access.ts';
import { createDatabase, runIsql } from '../scripts/firebird/isql.ts';
import type { Profile } from '../src/pos/profile.ts';

/** How many rows a bench till has. */
export interface TillSize {
  readonly customers: number;
  readonly products?: number;
}

const customerColumns = 'ID, TITLE, FIRSTN, LASTN, EMAIL, TEL, ADDR1, TOWN, PCODE, DOB, NOTES';

/** The eleven columns of every customer, as anybody would read them. */
export const selectCustomers = `SELECT ${customerColumns} FROM CUSTOMERS`;

/** How Tillbridge reads the bench till. */
export function profileOf({ products = 0 }: TillSize): Profile {
  return {
    name: 'Bench till',
    customer: {
      select: `SELECT ID AS "key", TITLE AS "title", FIRSTN AS "firstName", LASTN AS "lastName", EMAIL AS "email",
  TEL AS "phone", ADDR1 AS "line1", TOWN AS "town", PCODE AS "postcode", DOB AS "birthday", NOTES AS "notes"
FROM CUSTOMERS`,
      key: ['key'],
      origins: {},
    },
    ...(products > 0 && {
      product: {
        select: `SELECT ID AS "key", CODE AS "sku", DESCR AS "name", CATEG AS "category", PRICE AS "price", QTY AS "stock"
FROM PRODUCTS`,
        key: ['key'],
        origins: {},
      },
    }),
  };
}

const tables = `CREATE TABLE CUSTOMERS (ID INTEGER NOT NULL PRIMARY KEY, TITLE VARCHAR(10), FIRSTN VARCHAR(40),
  LASTN VARCHAR(40), EMAIL VARCHAR(80), TEL VARCHAR(20), ADDR1 VARCHAR(60), TOWN VARCHAR(40), PCODE VARCHAR(12),
  DOB DATE, NOTES VARCHAR(80));
CREATE TABLE PRODUCTS (ID INTEGER NOT NULL PRIMARY KEY, CODE VARCHAR(20), DESCR VARCHAR(80), CATEG VARCHAR(30),
  PRICE NUMERIC(10,2), QTY INTEGER);
COMMIT;
`;

/** Filled by the server itself; phones are of the range that is kept for drama. */
function filling({ customers, products = 0 }: TillSize): string {
  return `SET TERM ^;
EXECUTE BLOCK AS
  DECLARE I INTEGER = 0;
BEGIN
  WHILE (I < ${customers}) DO BEGIN
    I = I + 1;
    INSERT INTO CUSTOMERS (${customerColumns}) VALUES (:I,
      DECODE(MOD(:I, 4), 0, 'Mrs', 1, 'Mr', 2, 'Ms', 'Dr'),
      DECODE(MOD(:I, 7), 0, 'Ada', 1, 'Beatrix', 2, 'Callum', 3, 'Dorothea', 4, 'Edwin', 5, 'Florence', 'Gwendolyn'),
      DECODE(MOD(:I, 5), 0, 'Ashdown', 1, 'Birtwhistle', 2, 'Cartwright', 3, 'Delacourt', 'Everingham'),
      'customer.' || :I || '@example.com',
      '+447700900' || LPAD(MOD(:I, 1000), 3, '0'),
      MOD(:I, 250) || ' Goldsmith Row',
      DECODE(MOD(:I, 3), 0, 'Bury St Edmunds', 1, 'Ipswich', 'Sudbury'),
      'IP' || (1 + MOD(:I, 33)) || ' ' || MOD(:I, 10) || 'AA',
      DATEADD(MOD(:I, 18000) DAY TO DATE '1950-01-01'),
      'Prefers silver, finger size ' || MOD(:I, 20) || ', asked for no. ' || MOD(:I * 7, 9000));
  END
END^
EXECUTE BLOCK AS
  DECLARE I INTEGER = 0;
BEGIN
  WHILE (I < ${products}) DO BEGIN
    I = I + 1;
    INSERT INTO PRODUCTS (ID, CODE, DESCR, CATEG, PRICE, QTY)
      VALUES (:I, 'RING-' || :I, 'Silver ring no. ' || :I, 'Rings', 10 + MOD(:I, 9000) / 10.0, MOD(:I, 12));
  END
END^
SET TERM ;^
COMMIT;
`;
}

/** Makes a bench till and answers its path on the server. */
export async function createBenchTill(access: FirebirdAccess, size: TillSize): Promise<string> {
  return createDatabase(access, { name: 'bench', characterSet: 'WIN1252', script: tables + filling(size) });
}

/** Edits one customer in a thousand; another thousandth for every `round`. */
export async function editSome(access: FirebirdAccess, database: string, round: number): Promise<void> {
  const edit = `UPDATE CUSTOMERS SET ADDR1 = '${round + 1} Silversmith Lane' WHERE MOD(ID, 1000) = ${round};`;
  await runIsql(access, database, `${edit}\nCOMMIT;\n`);
}

/** The server's own version: `3.0.11`. */
export async function versionOf(access: FirebirdAccess, database: string): Promise<string> {
  const question = `SELECT 'version ' || RDB$GET_CONTEXT('SYSTEM', 'ENGINE_VERSION') FROM RDB$DATABASE;\n`;
  return /version (\S+)/.exec(await runIsql(access, database, question))?.[1] ?? 'unknown';
}
