/** One kind of row, as a till's profile reads it. */
interface ProfileQuery {
  select: string;
  key: string[];
  change?: string;
  origins: Record<string, string>;
}

const yesOrNo = (column: string, field: string) => `CASE C.${column} WHEN 'Y' THEN 1 WHEN 'N' THEN 0 END AS "${field}"`;

const customer: ProfileQuery = {
  select: `SELECT C.ACNO AS "key", C.TITLE AS "title", C.FNAME AS "firstName", C.SNAME AS "lastName",
  C."CompanyName" AS "company", C."EMail" AS "email", C.TEL AS "phone", C.MOB AS "mobile",
  C.ADDR1 AS "line1", C.ADDR2 AS "line2", C.TOWN AS "town", C.COUNTY AS "county", C.PCODE AS "postcode", C.CTRY AS "country",
  C.DOB AS "birthday", C.ANNIV AS "anniversary",
  ${yesOrNo('MAILOK', 'marketingEmail')},
  ${yesOrNo('SMSOK', 'marketingSms')},
  ${yesOrNo('POSTOK', 'marketingPost')},
  C.CONSENTDT AS "consentedAt", C.GRPS AS "tags", C.RINGSZ AS "ringSize", C.NOTES AS "notes",
  C.OPENED AS "firstSeenAt", C.LASTSALE AS "lastPurchaseAt"
FROM CUST C`,
  key: ['key'],
  change: 'C."LastChange"',
  origins: { marketingEmail: 'CUST.MAILOK', marketingSms: 'CUST.SMSOK', marketingPost: 'CUST.POSTOK' },
};

const product: ProfileQuery = {
  select: `SELECT S.ARTCODE AS "key", S."StockCode" AS "sku", S.DESCR AS "name", S.CATG AS "category", S.METAL AS "metal",
  S.STONE AS "stone", S.RETAIL AS "price", S.EAN AS "barcode", S.QTY AS "stock",
  CASE WHEN S.DISCONT = 'Y' THEN 0 ELSE 1 END AS "active", S."LastChange" AS "updatedAt"
FROM STOCKITM S`,
  key: ['key'],
  change: 'S."LastChange"',
  origins: { active: 'STOCKITM.DISCONT' },
};

const sale: ProfileQuery = {
  select: `SELECT H.SALENO AS "key", H.ACNO AS "customerKey", H.SDATE AS "soldAt", H.TOTAL AS "total",
  T.FULLNAME AS "staff", H."PromoCode" AS "promoCode", H.REFNO AS "reference"
FROM SALESHD H LEFT JOIN STAFF T ON T.STAFFID = H.STAFFID`,
  key: ['key'],
  origins: { staff: 'STAFF.FULLNAME' },
};

const saleLine: ProfileQuery = {
  select: `SELECT L.LNID AS "key", L.SALENO AS "saleKey", L.STKCODE AS "sku", L.DESCR AS "description", L.QTY AS "quantity",
  L.PRICE AS "unitPrice", L.DISC AS "discount", L.LNTOT AS "lineTotal"
FROM SALESLN L`,
  key: ['key'],
  origins: {},
};

const payment: ProfileQuery = {
  select: `SELECT P.PAYID AS "key", P.SALENO AS "saleKey", P.METHOD AS "method", P.AMT AS "amount"
FROM PAYMTS P`,
  key: ['key'],
  origins: {},
};

/** How Tillbridge reads the sample shop's till; Firebird and SQLite understand the same statements. */
export const sampleShopProfile = { name: 'Sample till', customer, product, sale, saleLine, payment };
