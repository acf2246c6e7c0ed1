import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { toE164 } from '../../../src/model/phone-number.ts';
import { causeOf, countCauses } from '../../../src/sandbox/shop/causes.ts';
import { firebirdShopScript } from '../../../src/sandbox/shop/firebird-script.ts';
import { shopSteps } from '../../../src/sandbox/shop/shop-steps.ts';
import { createSampleShop, type SampleShop } from '../../../src/sandbox/shop/shop.ts';
import { everyPlantedRule } from './every-planted-rule.ts';

function digestOf(shop: SampleShop): string {
  const hash = createHash('sha256');
  for (const piece of firebirdShopScript(shop)) hash.update(piece);
  return hash.digest('hex');
}

/** Field and code with what they cost, lines and payments without their number. */
function rulesOf(shop: SampleShop): string[] {
  const rules = new Set<string>();
  for (const { kind, field, code, severity } of shop.faults())
    rules.add(`${kind} ${field.replace(/\[\d+\]/, '[]')} ${code} ${severity}`);
  return [...rules].toSorted();
}

function keysOf(shop: SampleShop): Map<string, number> {
  const keys = new Map<string, number>();
  for (const drafts of [shop.customers(), shop.products(), shop.sales()])
    for (const { kind, values } of drafts) {
      const key = `${kind} ${values.key}`;
      keys.set(key, (keys.get(key) ?? 0) + 1);
    }
  return keys;
}

test('the same parts make the same shop, to the last byte', () => {
  const parts = { size: 400, seed: 7 };
  expect(digestOf(createSampleShop(parts))).toBe(digestOf(createSampleShop(parts)));
});

test('another seed or another day makes another shop', () => {
  const shops = [{}, { seed: 2 }, { asOf: '2027-02-28' }].map((parts) => createSampleShop({ size: 200, ...parts }));
  expect(new Set(shops.map(digestOf)).size).toBe(3);
});

test('the other counts follow from the number of customers, unless they are given', () => {
  expect(createSampleShop().frame).toMatchObject({ customers: 12_000, products: 8000, sales: 60_000 });
  expect(createSampleShop({ size: 300, sales: 10 }).frame).toMatchObject({ customers: 300, products: 200, sales: 10 });
  expect([...createSampleShop({ size: 30, products: 0, sales: 0 }).customers()]).toHaveLength(30);
});

describe.each([12_000, 1000])('a shop of %i customers', (size) => {
  const shop = createSampleShop({ size });
  const keys = keysOf(shop);

  test('has every fault of the list, and no other kind of fault', () => {
    expect(rulesOf(shop)).toEqual(everyPlantedRule.toSorted());
  });

  test('has a row for every fault and every cleaning of the tally', () => {
    const missing = [...shop.faults(), ...shop.cleanings()].filter(({ kind, key }) => !keys.has(`${kind} ${key}`));
    expect(missing).toEqual([]);
  });

  test('lists each fault once', () => {
    const faults = [...shop.faults()].map(({ kind, key, field, code }) => `${kind} ${key} ${field} ${code}`);
    expect(new Set(faults).size).toBe(faults.length);
  });

  test('has no key twice but those of the tally', () => {
    const twice = [...keys].filter(([, count]) => count > 1).map(([key]) => key);
    const planted = [...shop.faults()]
      .filter(({ code }) => code === 'duplicate_key')
      .map(({ key }) => `product ${key}`);
    expect(twice.toSorted()).toEqual(planted.toSorted());
  });

  test('has no e-mail address twice but those of the tally', () => {
    const holders = new Map<string, string[]>();
    for (const { values, cleanings } of shop.customers()) {
      const email = cleanings.get('email')?.after ?? values.email;
      if (typeof email !== 'string' || email.trim() === '') continue;
      holders.set(email, [...(holders.get(email) ?? []), String(values.key)]);
    }
    const shared = [...holders.values()].filter((all) => all.length > 1).flat();
    const planted = [...shop.faults()].filter(({ code }) => code === 'duplicate_email').map(({ key }) => key);
    expect(shared.toSorted()).toEqual(planted.toSorted());
  });

  test('holds the sales of customers who are withheld, and of no others', () => {
    const blocked = [...shop.faults()].filter(({ kind, severity }) => kind === 'customer' && severity === 'block');
    const withheld = new Set(blocked.map(({ key }) => key));
    const waiting = [...shop.sales()].filter(({ values }) => withheld.has(String(values.customerKey)));
    expect([...shop.held()].map(({ key }) => key)).toEqual(waiting.map(({ values }) => String(values.key)));
    expect(waiting.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(waiting.length).toBeGreaterThan(0);
  });

  test('groups its faults by causes that an owner would name', () => {
    const faults = [...shop.faults()];
    expect(faults.filter((fault) => causeOf(fault) === 'other things')).toEqual([]);
    expect(countCauses(faults).reduce((sum, { count }) => sum + count, 0)).toBe(faults.length);
  });
});

/** Ranges that ring nowhere. */
const drama = /^\+44(?:7700900|1632960|1134960|1174960|1314960|1614960|2079460)\d{3}$/;

test('numbers typed by hand are dialled as the tally says, and ring nowhere', () => {
  const phones = [...createSampleShop().cleanings()].filter(({ reason }) => reason === 'phone');
  expect(phones.length).toBeGreaterThan(5000);
  for (const { before, after } of phones) {
    expect(after).toMatch(drama);
    expect(toE164(before, 'GB')).toBe(after);
  }
});

test('a phone number planted as hopeless is none, and a suggested one can be dialled', () => {
  for (const { values, faults } of createSampleShop().customers())
    for (const { code, field, suggestion } of faults) {
      if (code !== 'bad_phone' || (field !== 'phone' && field !== 'mobile')) continue;
      expect(toE164(String(values[field]), 'GB')).toBeUndefined();
      if (suggestion !== undefined) expect(toE164(suggestion, 'GB')).toMatch(drama);
    }
});

test('memory does not grow with the rows that were made', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const shop = createSampleShop({ size: 25_000 });
  const heapAt: number[] = [];
  let rows = 0;
  for (const step of shopSteps(shop, 'sqlite')) {
    if (step.kind !== 'insert') continue;
    rows += step.rows.length;
    if (rows < 100_000 * (heapAt.length + 1)) continue;
    collect();
    heapAt.push(process.memoryUsage().heapUsed);
  }
  const [early = 0] = heapAt;
  expect(heapAt.length).toBeGreaterThan(3);
  expect(heapAt.at(-1) ?? 0).toBeLessThan(early + 4_000_000);
}, 60_000);
