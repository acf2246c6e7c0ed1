/** The two makes of database that the sample shop can be written as. */
export type Dialect = 'sqlite' | 'firebird';

/** One column of the sample till, and which value of a row's draft stands in it. */
export interface Column<Field extends string> {
  /** As SQL text: quoted where its author mixed the case. */
  readonly name: string;
  readonly type: string;
  readonly field: Field;
  readonly notNull?: true;
}

/** One table of the sample till. */
export interface Table<Field extends string> {
  readonly name: string;
  readonly columns: readonly Column<Field>[];
  /** Column whose values come from a generator (Firebird) or by themselves (SQLite). */
  readonly counted?: { readonly column: string; readonly generator: string };
  readonly primaryKey?: string;
  /** As SQL. */
  readonly foreignKey?: string;
  readonly indexes?: readonly { readonly name: string; readonly column: string }[];
}

/** Customers, known by an account number that is text because somebody once wanted letters in it. */
export const customerTable = {
  name: 'CUST',
  columns: [
    { name: 'ACNO', type: 'CHAR(12)', field: 'key', notNull: true },
    { name: 'TITLE', type: 'CHAR(8)', field: 'title' },
    { name: 'FNAME', type: 'VARCHAR(80)', field: 'firstName' },
    { name: 'SNAME', type: 'VARCHAR(80)', field: 'lastName' },
    { name: '"CompanyName"', type: 'VARCHAR(160)', field: 'company' },
    { name: 'ADDR1', type: 'VARCHAR(160)', field: 'line1' },
    { name: 'ADDR2', type: 'VARCHAR(160)', field: 'line2' },
    { name: 'TOWN', type: 'VARCHAR(100)', field: 'town' },
    { name: 'COUNTY', type: 'VARCHAR(100)', field: 'county' },
    { name: 'PCODE', type: 'VARCHAR(20)', field: 'postcode' },
    { name: 'CTRY', type: 'VARCHAR(40)', field: 'country' },
    { name: 'TEL', type: 'VARCHAR(40)', field: 'phone' },
    { name: 'MOB', type: 'VARCHAR(40)', field: 'mobile' },
    { name: '"EMail"', type: 'VARCHAR(300)', field: 'email' },
    { name: 'DOB', type: 'DATE', field: 'birthday' },
    { name: 'ANNIV', type: 'DATE', field: 'anniversary' },
    { name: 'MAILOK', type: 'CHAR(1)', field: 'marketingEmail' },
    { name: 'SMSOK', type: 'CHAR(1)', field: 'marketingSms' },
    { name: 'POSTOK', type: 'CHAR(1)', field: 'marketingPost' },
    { name: 'CONSENTDT', type: 'TIMESTAMP', field: 'consentedAt' },
    { name: 'GRPS', type: 'VARCHAR(400)', field: 'tags' },
    { name: 'RINGSZ', type: 'CHAR(8)', field: 'ringSize' },
    { name: 'NOTES', type: 'BLOB SUB_TYPE TEXT', field: 'notes' },
    { name: 'OPENED', type: 'TIMESTAMP', field: 'firstSeenAt' },
    { name: 'LASTSALE', type: 'TIMESTAMP', field: 'lastPurchaseAt' },
    { name: '"LastChange"', type: 'TIMESTAMP', field: 'changedAt' },
  ],
  primaryKey: 'ACNO',
} as const satisfies Table<string>;

/** Articles. Their code ought to be unique, but nothing in the table says so. */
export const productTable = {
  name: 'STOCKITM',
  columns: [
    { name: 'ARTCODE', type: 'VARCHAR(24)', field: 'key', notNull: true },
    { name: '"StockCode"', type: 'VARCHAR(60)', field: 'sku' },
    { name: 'DESCR', type: 'VARCHAR(200)', field: 'name' },
    { name: 'CATG', type: 'VARCHAR(80)', field: 'category' },
    { name: 'METAL', type: 'VARCHAR(80)', field: 'metal' },
    { name: 'STONE', type: 'VARCHAR(80)', field: 'stone' },
    { name: 'RETAIL', type: 'NUMERIC(18,4)', field: 'price' },
    { name: 'COST', type: 'NUMERIC(18,4)', field: 'cost' },
    { name: 'EAN', type: 'CHAR(14)', field: 'barcode' },
    { name: 'QTY', type: 'NUMERIC(12,3)', field: 'stock' },
    { name: 'DISCONT', type: 'CHAR(1)', field: 'discontinued' },
    { name: '"LastChange"', type: 'TIMESTAMP', field: 'changedAt' },
  ],
  indexes: [{ name: 'IX_STOCKITM_ARTCODE', column: 'ARTCODE' }],
} as const satisfies Table<string>;

/** Who stood at the counter. */
export const staffTable = {
  name: 'STAFF',
  columns: [
    { name: 'STAFFID', type: 'INTEGER', field: 'id', notNull: true },
    { name: 'FULLNAME', type: 'VARCHAR(100)', field: 'name' },
  ],
  primaryKey: 'STAFFID',
} as const satisfies Table<string>;

/** Heads of sales. No foreign key guards ACNO: customers were deleted under their sales. */
export const saleTable = {
  name: 'SALESHD',
  columns: [
    { name: 'SALENO', type: 'INTEGER', field: 'key', notNull: true },
    { name: 'ACNO', type: 'CHAR(12)', field: 'customerKey' },
    { name: 'SDATE', type: 'TIMESTAMP', field: 'soldAt' },
    { name: 'TOTAL', type: 'NUMERIC(15,2)', field: 'total' },
    { name: 'STAFFID', type: 'INTEGER', field: 'staffId' },
    { name: '"PromoCode"', type: 'VARCHAR(80)', field: 'promoCode' },
    { name: 'REFNO', type: 'VARCHAR(100)', field: 'reference' },
  ],
  primaryKey: 'SALENO',
  counted: { column: 'SALENO', generator: 'GEN_SALENO' },
  foreignKey: 'FOREIGN KEY (STAFFID) REFERENCES STAFF (STAFFID)',
  indexes: [{ name: 'IX_SALESHD_ACNO', column: 'ACNO' }],
} as const satisfies Table<string>;

/** Lines of sales. */
export const lineTable = {
  name: 'SALESLN',
  columns: [
    { name: 'LNID', type: 'INTEGER', field: 'key', notNull: true },
    { name: 'SALENO', type: 'INTEGER', field: 'saleKey', notNull: true },
    { name: 'STKCODE', type: 'VARCHAR(60)', field: 'sku' },
    { name: 'DESCR', type: 'VARCHAR(260)', field: 'description' },
    { name: 'QTY', type: 'INTEGER', field: 'quantity' },
    { name: 'PRICE', type: 'NUMERIC(15,2)', field: 'unitPrice' },
    { name: 'DISC', type: 'NUMERIC(15,2)', field: 'discount' },
    { name: 'LNTOT', type: 'NUMERIC(15,2)', field: 'lineTotal' },
  ],
  primaryKey: 'LNID',
  counted: { column: 'LNID', generator: 'GEN_LNID' },
  foreignKey: 'FOREIGN KEY (SALENO) REFERENCES SALESHD (SALENO)',
} as const satisfies Table<string>;

/** What was paid for sales, and how. */
export const paymentTable = {
  name: 'PAYMTS',
  columns: [
    { name: 'PAYID', type: 'INTEGER', field: 'key', notNull: true },
    { name: 'SALENO', type: 'INTEGER', field: 'saleKey', notNull: true },
    { name: 'METHOD', type: 'VARCHAR(60)', field: 'method' },
    { name: 'AMT', type: 'NUMERIC(15,2)', field: 'amount' },
  ],
  primaryKey: 'PAYID',
  counted: { column: 'PAYID', generator: 'GEN_PAYID' },
  foreignKey: 'FOREIGN KEY (SALENO) REFERENCES SALESHD (SALENO)',
} as const satisfies Table<string>;

type FieldOf<T extends Table<string>> = T['columns'][number]['field'];

/** The values that a row of each table has. */
export type CustomerField = FieldOf<typeof customerTable>;
export type ProductField = FieldOf<typeof productTable>;
export type SaleField = FieldOf<typeof saleTable>;
export type LineField = FieldOf<typeof lineTable>;
export type PaymentField = FieldOf<typeof paymentTable>;

/** Every table, in an order in which each comes after those that it refers to. */
export const tables = [
  customerTable,
  productTable,
  staffTable,
  saleTable,
  lineTable,
  paymentTable,
] as const satisfies readonly Table<string>[];
