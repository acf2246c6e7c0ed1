import type { SiteContact, SiteContent, SiteOrder } from '../../../src/sandbox/squarespace/site.ts';
import { shopHome, type ShopHome, type ShopHomeParts } from '../shop-home.ts';

/** A customer of the till, by the columns of its table. */
export interface TillCustomer {
  readonly ACNO: string;
  readonly FNAME?: string;
  readonly SNAME: string;
  readonly EMail?: string;
  readonly MOB?: string;
  readonly ADDR1?: string;
  readonly TOWN?: string;
  readonly PCODE?: string;
}

/** A sale of the till with one line. */
export interface TillSale {
  readonly key: number;
  readonly customer: string | null;
  readonly at: string;
  readonly total: string;
  readonly reference?: string;
}

/** A shop that is small enough to be told in a test: nobody is in it but those who are named. */
export interface SmallShop extends ShopHome {
  /** The CRM's contacts that are not put away, by our key. */
  contacts(): ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** The CRM's sales, by our key. */
  sales(): ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  addCustomer(customer: TillCustomer): void;
  addSale(sale: TillSale): void;
}

/** How to make one. */
export interface SmallShopParts {
  readonly customers?: readonly TillCustomer[];
  readonly contacts?: readonly Pick<SiteContact, 'email' | 'firstName' | 'lastName'>[];
  readonly orders?: readonly Pick<SiteOrder, 'orderNumber' | 'email' | 'createdOn' | 'billing' | 'paymentState'>[];
  readonly settings?: ShopHomeParts['settings'];
}

const site: SiteContent = {
  title: 'A small shop',
  currency: 'GBP',
  timeZone: 'Europe/London',
  products: [{ name: 'Silver ring', variants: [{ sku: 'RING-1', price: '89.00', stock: 50 }] }],
  contacts: [],
  orders: [],
};

const quoted = (value: string | null | undefined): string =>
  value == null ? 'NULL' : `'${value.replaceAll("'", "''")}'`;

/** Somebody as a checkout knows them. */
export function billingOf(firstName: string, lastName: string): NonNullable<SiteOrder['billing']> {
  return { firstName, lastName, address1: '12 Mill Lane', city: 'Bury', countryCode: 'GB', postalCode: 'IP33 1AA' };
}

/** Makes the shop; everything of it ends with the test. */
export async function smallShop({
  customers = [],
  contacts = [],
  orders = [],
  settings = {},
}: SmallShopParts): Promise<SmallShop> {
  const content: SiteContent = {
    ...site,
    contacts: contacts.map((contact) => ({ ...contact, createdOn: '2026-01-05T10:00:00.000Z' })),
    orders: orders.map((order) => ({ ...order, lines: [{ sku: 'RING-1', quantity: 1 }] })),
  };
  const home = await shopHome({ website: { content }, settings: { guards: { emptyRead: false }, ...settings } });
  home.till(...['PAYMTS', 'SALESLN', 'SALESHD', 'CUST', 'STOCKITM'].map((table) => `DELETE FROM ${table}`));

  function addCustomer({ EMail, ...columns }: TillCustomer): void {
    const values = { MOB: '07700 900123', ...columns };
    home.till(
      `INSERT INTO CUST (${Object.keys(values).join(', ')}, "EMail")
       VALUES (${[...Object.values(values), EMail].map(quoted).join(', ')})`,
    );
  }

  function addSale({ key, customer, at, total, reference }: TillSale): void {
    home.till(
      `INSERT INTO SALESHD (SALENO, ACNO, SDATE, TOTAL, REFNO)
       VALUES (${key}, ${quoted(customer)}, '${at}', ${total}, ${quoted(reference)})`,
      `INSERT INTO SALESLN (LNID, SALENO, STKCODE, DESCR, QTY, PRICE, LNTOT)
       VALUES (${key}, ${key}, 'RING-1', 'Silver ring', 1, ${total}, ${total})`,
    );
  }

  for (const customer of customers) addCustomer(customer);
  return {
    ...home,
    website: home.website,
    addCustomer,
    addSale,
    contacts: () =>
      new Map(
        [...home.sandbox.state.contacts.all()].flatMap(({ externalId, archived, fields }) =>
          archived || externalId === null ? [] : [[externalId, fields]],
        ),
      ),
    sales: () =>
      new Map(
        [...home.sandbox.state.sales.all()].flatMap(({ externalId, fields }) =>
          externalId === null ? [] : [[externalId, fields]],
        ),
      ),
  };
}
