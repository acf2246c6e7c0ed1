import { expect, test } from 'vitest';
import type { Row, RowKind } from '../../../src/model/record.ts';
import type { Till } from '../../../src/pos/contract.ts';
import { profile as profileSchema, type Profile } from '../../../src/pos/profile.ts';
import { suggestProfile, type ProfileSuggestion } from '../../../src/pos/suggest/suggest-profile.ts';
import { firebirdServer } from '../../support/firebird-server.ts';
import { never, openTill } from '../firebird/open-till.ts';
import { collect } from '../read-all.ts';
import { delphiTill, dutchTill, frenchTill, germanTill, spanishTill } from './schemas.ts';

interface Suggested {
  readonly suggestion: ProfileSuggestion;
  /** A till that reads by the suggestion. */
  readonly till: Till;
}

async function suggested(script: string): Promise<Suggested> {
  const database = await firebirdServer().createDatabase({ name: 'unknown', characterSet: 'WIN1252', script });
  const suggestion = await suggestProfile(openTill(database, { name: 'none yet' }));
  const parsed = profileSchema.safeParse(suggestion.profile);
  return { suggestion, till: openTill(database, parsed.success ? parsed.data : unusable()) };
}

function unusable(): Profile {
  throw new Error('the suggested profile does not keep to its own schema');
}

function originsOf({ suggestion }: Suggested, kind: RowKind): Record<string, string> {
  const fields = suggestion.kinds.find((each) => each.kind === kind)?.fields ?? [];
  return Object.fromEntries(fields.map(({ field, origin }) => [field, origin.replaceAll(/\w+\./g, '')]));
}

/** The first row of a kind, by field. */
async function firstOf({ till }: Suggested, kind: RowKind): Promise<Record<string, string | null>> {
  const { fields, rows } = await till.pull(
    async (snapshot) => ({ fields: (await snapshot.fields(kind)) ?? [], rows: await collect(snapshot.read(kind)) }),
    never,
  );
  const row: Row = rows[0] ?? [];
  return Object.fromEntries(fields.map(({ field }, position) => [field, row[position] ?? null]));
}

test('a German till: glued names, keys of several columns, day and time apart', async () => {
  const found = await suggested(germanTill);
  expect(originsOf(found, 'customer')).toEqual({
    key: 'KDNR',
    title: 'ANREDE',
    firstName: 'VORNAME',
    lastName: 'NAME1',
    company: 'FIRMA',
    line1: 'STRASSE',
    postcode: 'PLZ',
    town: 'ORT',
    country: 'LAND',
    phone: 'TELEFON',
    mobile: 'MOBIL',
    email: 'EMAIL',
    birthday: 'GEBDAT',
    ringSize: 'RINGGROESSE',
    notes: 'BEMERKUNG',
    firstSeenAt: 'ANGELEGT',
  });
  expect(await firstOf(found, 'product')).toEqual({
    key: 'R-100',
    sku: 'R-100',
    name: 'Trauring Gold 585',
    category: 'Ringe',
    metal: '585 Gelbgold',
    stone: 'Brillant',
    price: '499.00',
    barcode: '4006381333931',
    stock: '3',
    active: '1',
  });
  expect(await firstOf(found, 'sale')).toMatchObject({
    key: '1-5001',
    customerKey: '1001',
    soldAt: '2026-05-05 14:30:00',
    total: '552.91',
    staff: 'Eva',
  });
  expect(await firstOf(found, 'payment')).toMatchObject({ saleKey: '1-5001', method: 'EC', amount: '552.91' });
  expect(found.suggestion.profile.customer?.change).toBe('C.GEAENDERT');
  expect(found.suggestion.leftOver.tables.map(({ name }) => name)).toEqual(['KUNDEN_ALT', 'LIEFERANTEN']);
  expect(found.suggestion.leftOver.columns).toContain('KUNDEN.FAX');
  expect(found.suggestion.notes.join(' ')).toContain('KUNDEN.GELOESCHT');
  // A consent whose day nobody knows is not one that a CRM may take.
  expect(found.suggestion.notes.join(' ')).toMatch(/KUNDEN\.NEWSLETTER .*consentedAt/);
});

test('a discount that only adds up as a percentage becomes an amount', async () => {
  const { till } = await suggested(germanTill);
  const [line] = await till
    .pull((snapshot) => snapshot.readOne('saleLine', '1-5001'), never)
    .then((rows) => rows.filter((row) => row.includes('Kette')));
  const fields = await till.pull((snapshot) => snapshot.fields('saleLine'), never);
  expect(line?.[fields?.findIndex(({ field }) => field === 'discount') ?? -1]).toBe('5.99');
});

test('an English till from Delphi: quoted names, addresses beside, lines by the number of their article', async () => {
  const found = await suggested(delphiTill);
  expect(await firstOf(found, 'customer')).toEqual({
    key: '1',
    title: 'Mrs',
    firstName: 'Ann',
    lastName: 'Archer',
    email: 'ann@example.com',
    phone: '01632 960001',
    mobile: '07700 900001',
    line1: '1 High St',
    line2: null,
    town: 'Bury St Edmunds',
    county: 'Suffolk',
    postcode: 'IP33 1AA',
    country: 'England',
    birthday: '1970-02-03',
  });
  expect(await firstOf(found, 'product')).toMatchObject({
    key: '5',
    sku: 'R100',
    category: 'Rings',
    price: '120.00',
    stock: '2',
    active: '1',
  });
  expect(await firstOf(found, 'sale')).toMatchObject({
    key: '7',
    customerKey: '1',
    soldAt: '2026-03-01 12:00:00',
    staff: 'Sue Smith',
  });
  expect(await firstOf(found, 'saleLine')).toMatchObject({
    saleKey: '7',
    sku: 'R100',
    description: 'Gold ring',
    quantity: '1',
    lineTotal: '115.00',
  });
  expect(await firstOf(found, 'payment')).toMatchObject({ saleKey: '7', method: 'CARD', amount: '115.00' });
  expect(found.suggestion.leftOver.tables).toEqual([{ name: 'AuditLog', rows: 1 }]);
});

test('a Dutch till without a declared key', async () => {
  const found = await suggested(dutchTill);
  expect(await firstOf(found, 'customer')).toMatchObject({
    key: '1',
    lastName: 'Jansen',
    postcode: '1234 AB',
    mobile: '06-12345678',
    town: 'Utrecht',
  });
  expect(await firstOf(found, 'product')).toMatchObject({
    key: 'R1',
    sku: 'R1',
    name: 'Gouden ring',
    price: '250',
    barcode: '8711234567894',
  });
  expect(found.suggestion.profile.saleLine?.key).toEqual(['saleKey', 'line']);
  expect(await firstOf(found, 'saleLine')).toMatchObject({
    saleKey: '1',
    line: '1',
    sku: 'R1',
    quantity: '1',
    unitPrice: '250',
    lineTotal: '250',
  });
  expect(await firstOf(found, 'sale')).toMatchObject({ key: '1', customerKey: '1', total: '250', staff: 'Piet' });
});

test('a French till with its words in tables beside', async () => {
  const found = await suggested(frenchTill);
  expect(await firstOf(found, 'customer')).toMatchObject({
    key: 'C1',
    firstName: 'Claire',
    lastName: 'Durand',
    postcode: '75001',
    mobile: '06 39 98 12 34',
  });
  expect(await firstOf(found, 'product')).toMatchObject({
    sku: 'B-1',
    name: 'Bague or',
    category: 'Bagues',
    price: '300.00',
    stock: '2',
  });
  expect(await firstOf(found, 'sale')).toMatchObject({
    customerKey: 'C1',
    soldAt: '2026-04-04 15:00:00',
    total: '300.00',
    staff: 'Luc',
  });
  expect(await firstOf(found, 'saleLine')).toMatchObject({
    saleKey: '1',
    sku: 'B-1',
    quantity: '1',
    lineTotal: '300.00',
  });
});

test('a Spanish till that sells one thing at a time, with an e-mail column that says nothing by its name', async () => {
  const found = await suggested(spanishTill);
  expect(await firstOf(found, 'customer')).toMatchObject({
    fullName: 'Ana García López',
    email: 'ana@example.com',
    town: 'Madrid',
    mobile: '600 000 001',
  });
  expect(await firstOf(found, 'saleLine')).toMatchObject({
    saleKey: '1',
    description: 'Anillo',
    quantity: '1',
    unitPrice: '99.00',
    lineTotal: '99.00',
  });
  expect(found.suggestion.notes.join(' ')).toContain('articles');
  const email = found.suggestion.kinds[0]?.fields.find(({ field }) => field === 'email');
  expect(email?.confidence).toBeLessThan(0.7);
  expect(email?.samples).toEqual(['ana@example.com', 'luis@example.com', 'eva@example.com']);
});

test('a database that is no till gets no kinds, and says so', async () => {
  const suggestion = await suggestProfile(
    openTill(
      await firebirdServer().createDatabase({
        name: 'weather',
        script: 'create table READINGS (ID integer, TAKEN timestamp, DEGREES double precision); commit;',
      }),
      { name: 'none yet' },
    ),
  );
  expect(suggestion.kinds).toEqual([]);
  expect(suggestion.notes).toHaveLength(3);
});
