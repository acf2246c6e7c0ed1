import type { Parcel } from '../contract.ts';
import type { Customer } from '../../model/customer.ts';
import type { Currency } from '../../model/money.ts';
import { decimalFromMinor } from '../../model/money.ts';
import type { Product } from '../../model/product.ts';
import { readKindOf, type AnyRecord, type ReadKind, type RecordKind } from '../../model/record.ts';
import type { Sale } from '../../model/sale.ts';

/** Our fields that GenieAI keeps inside a group, by their names there. */
const addressFields = {
  line1: 'line1',
  line2: 'line2',
  town: 'town',
  county: 'county',
  postcode: 'postcode',
  country: 'country',
} as const satisfies Record<string, keyof Customer>;

const marketingFields = {
  email: 'marketingEmail',
  sms: 'marketingSms',
  post: 'marketingPost',
  consentedAt: 'consentedAt',
} as const satisfies Record<string, keyof Customer>;

type Wire = Readonly<Record<string, unknown>>;

/** Those fields of a group that the record speaks of, by their names there. */
function spokenOf(names: Readonly<Record<string, keyof Customer>>, record: Customer): Wire {
  return Object.fromEntries(
    Object.entries(names).flatMap(([theirs, ours]) => (record[ours] === undefined ? [] : [[theirs, record[ours]]])),
  );
}

/** Whether the record speaks of these fields, and all of them are empty. */
function isCleared(record: Customer, fields: readonly (keyof Customer)[]): boolean {
  return fields.every((field) => record[field] === null);
}

/** A group as it goes: null where it is to be cleared as a whole, and not at all where the record does not speak of it. */
function group(name: string, fields: Wire, cleared: boolean): Wire {
  if (cleared) return { [name]: null };
  return Object.keys(fields).length > 0 ? { [name]: fields } : {};
}

function address(record: Customer): Wire {
  const { country, ...rest } = spokenOf(addressFields, record);
  // A till fills in the country by itself: alone it is no address.
  const stands = Object.values(rest).some((value) => value !== null);
  const fields = stands && country !== undefined ? { ...rest, country } : rest;
  return group('address', fields, !stands && isCleared(record, ['line1', 'town']));
}

function marketing(record: Customer): Wire {
  const fields = spokenOf(marketingFields, record);
  return group('marketing', fields, isCleared(record, Object.values(marketingFields)));
}

/** Minor units as decimal text; absent stays absent and null stays null. */
function amount(minor: number | null | undefined, currency: Currency): string | null | undefined {
  return typeof minor === 'number' ? decimalFromMinor(minor, currency) : minor;
}

function contact(record: Customer): Wire {
  const { key, line1: _1, line2: _2, town: _3, county: _4, postcode: _5, country: _6, ...others } = record;
  const { marketingEmail: _7, marketingSms: _8, marketingPost: _9, consentedAt: _10, ...plain } = others;
  return {
    externalId: key,
    ...plain,
    ...address(record),
    ...marketing(record),
    sources: plain.sources ?? ['pos'],
  };
}

function article({ key, price, ...plain }: Product): Wire {
  const wirePrice = price && { amount: decimalFromMinor(price.minor, price.currency), currency: price.currency };
  return { externalId: key, ...plain, price: wirePrice };
}

function sold({ key, customerKey, lines, total, payments, ...plain }: Sale): Wire {
  const { currency } = plain;
  return {
    externalId: key,
    contactExternalId: customerKey,
    ...plain,
    lines: lines.map(({ unitPrice, discount, lineTotal, ...line }) => ({
      ...line,
      unitPrice: amount(unitPrice, currency),
      discount: amount(discount, currency),
      lineTotal: amount(lineTotal, currency),
    })),
    total: amount(total, currency),
    payments: payments?.map((payment) => ({ ...payment, amount: amount(payment.amount, currency) })),
  };
}

const wireOf = { customer: contact, product: article, sale: sold } as const satisfies {
  [K in ReadKind]: (record: never) => Wire;
};

function recordWire(kind: RecordKind, record: AnyRecord): Wire {
  // A record's kind says which of the three it is; the type system cannot see that they go together.
  return (wireOf[readKindOf(kind)] as (record: AnyRecord) => Wire)(record);
}

/** A parcel as GenieAI wants it: one record of an import, as JSON text. Absent fields stay absent, null clears. */
export function wireText({ ref, kind, record }: Parcel): string {
  return JSON.stringify(record === null ? { ref } : { ref, ...recordWire(kind, record) });
}

const ourNames: Readonly<Record<ReadKind, Readonly<Record<string, string>>>> = {
  customer: {
    externalId: 'key',
    address: 'line1',
    marketing: 'marketingEmail',
    sources: '',
    ...Object.fromEntries(Object.entries(addressFields).map(([theirs, ours]) => [`address.${theirs}`, ours])),
    ...Object.fromEntries(Object.entries(marketingFields).map(([theirs, ours]) => [`marketing.${theirs}`, ours])),
  },
  product: { externalId: 'key', 'price.amount': 'price', 'price.currency': 'price' },
  sale: { externalId: 'key', contactExternalId: 'customerKey' },
};

/** The field of our record that GenieAI means: `address.postcode` → `postcode`, `lines[2].lineTotal` as it is, '' for the record as a whole. */
export function ourField(kind: RecordKind, theirs: string): string {
  return ourNames[readKindOf(kind)][theirs] ?? theirs.replace(/^tags\[\d+\]$/, 'tags');
}
