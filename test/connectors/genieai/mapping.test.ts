import { describe, expect, it } from 'vitest';
import type { Parcel } from '../../../src/connectors/contract.ts';
import { ourField, wireText } from '../../../src/connectors/genieai/mapping.ts';
import type { AnyRecord, RecordKind } from '../../../src/model/record.ts';

function wire(kind: RecordKind, record: object): unknown {
  return JSON.parse(wireText({ ref: 'r', kind, operation: 'upsert', record: record as AnyRecord } as Parcel));
}

const contact = (fields: object) => wire('customer', { key: '1', ...fields });
const same = { ref: 'r', externalId: '1', sources: ['pos'] };

describe('a customer on the wire', () => {
  it.each([
    ['says nothing of an address of which the till says nothing', {}, {}],
    ['clears an address that is empty', { line1: null, line2: null, town: null, postcode: null }, { address: null }],
    ['does not take the country alone for an address', { line1: null, town: null, country: 'GB' }, { address: null }],
    [
      'clears a part of an address',
      { line1: 'a', town: 'b', line2: null },
      { address: { line1: 'a', town: 'b', line2: null } },
    ],
    ['leaves an address of which it knows only an empty part', { county: null }, { address: { county: null } }],
    ['leaves consents that the till does not keep', { marketingSms: null }, { marketing: { sms: null } }],
    [
      'clears consents where the till keeps all and has none',
      { marketingEmail: null, marketingSms: null, marketingPost: null, consentedAt: null },
      { marketing: null },
    ],
  ])('%s', (_what, fields, expected) => {
    expect(contact(fields)).toEqual({ ...same, ...expected });
  });
});

describe('money on the wire', () => {
  it.each([
    ['GBP', 8900, '89.00'],
    ['GBP', -5, '-0.05'],
    ['JPY', 8900, '8900'],
  ])('%s %i → %s', (currency, minor, text) => {
    expect(wire('product', { key: '1', price: { minor, currency } })).toMatchObject({
      price: { amount: text, currency },
    });
    const line = { description: 'x', quantity: 1, unitPrice: minor, discount: null, lineTotal: minor };
    const sale = wire('sale', { key: '1', customerKey: null, currency, lines: [line], total: minor, payments: [] });
    expect(sale).toMatchObject({
      contactExternalId: null,
      total: text,
      lines: [{ unitPrice: text, discount: null, lineTotal: text }],
      payments: [],
    });
  });
});

describe('GenieAI’s names for our fields', () => {
  it.each<[RecordKind, string, string]>([
    ['customer', 'externalId', 'key'],
    ['customer', 'address.postcode', 'postcode'],
    ['customer', 'address', 'line1'],
    ['customer', 'marketing.consentedAt', 'consentedAt'],
    ['customer', 'tags[3]', 'tags'],
    ['customer', 'sources', ''],
    ['customer', 'lastName', 'lastName'],
    ['product', 'price.amount', 'price'],
    ['sale', 'contactExternalId', 'customerKey'],
    ['sale', 'lines[2].lineTotal', 'lines[2].lineTotal'],
    ['sale', '', ''],
  ])('%s %s → %j', (kind, theirs, ours) => {
    expect(ourField(kind, theirs)).toBe(ours);
  });
});
