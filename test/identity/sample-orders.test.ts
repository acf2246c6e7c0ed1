import { expect, test } from 'vitest';
import { recogniseOrders, type TillSale, type WebOrder } from '../../src/identity/orders.ts';
import type { LocalDate, TillKey } from '../../src/model/ids.ts';
import { createSampleShop } from '../../src/sandbox/shop/shop.ts';
import { nameOf as nameOfWho } from '../../src/sandbox/shop/website/cast.ts';
import { createSampleWebsite } from '../../src/sandbox/shop/website/website.ts';
import { pence, totalOf } from '../sandbox/shop/website/look-at.ts';

test.each([300, 2000])(
  'of a shop of %i customers every web order that staff keyed in is recognised, and no other',
  (size) => {
    const site = createSampleWebsite(createSampleShop({ size }));
    const { tally } = site;
    const personOf = new Map(
      tally.persons.flatMap((all, place) => all.map((who) => [nameOfWho(who), `person ${place}`])),
    );
    const buyer = (name: string): string => personOf.get(name) ?? name;
    const orders = site.content().orders.map((order): WebOrder => {
      const email = order.email?.toLowerCase() ?? null;
      return {
        key: `web-${order.orderNumber}` as TillKey,
        number: order.orderNumber,
        total: totalOf(order),
        day: order.createdOn.slice(0, 10) as LocalDate,
        person: email === null ? null : buyer(`web ${email}`),
        email,
      };
    });
    const sales = [...site.till.sales()].map(({ values }): TillSale => {
      const { key, reference, total, soldAt, customerKey } = values;
      return {
        key: String(key) as TillKey,
        reference: reference === null ? null : String(reference),
        total: pence(String(total)),
        day: String(soldAt).slice(0, 10) as LocalDate,
        person: customerKey === null ? null : buyer(`till ${customerKey}`),
        email: null,
      };
    });
    const { pairs, findings } = recogniseOrders(orders, sales);
    const found = pairs.map(({ order, sale, by }) => `${order} = ${sale} by ${by}`);
    const expected = [
      ...[...tally.pairsByReference, ...tally.otherTotals].map(
        ({ order, sale }) => `web-${order} = ${sale} by reference`,
      ),
      ...tally.pairsByLikeness.map(({ order, sale }) => `web-${order} = ${sale} by likeness`),
    ];
    expect(found.toSorted()).toEqual([...new Set(expected)].toSorted());
    const others = findings.filter(({ why }) => why === 'other_total').map(({ order, sale }) => `${order} = ${sale}`);
    expect(others.toSorted()).toEqual(tally.otherTotals.map(({ order, sale }) => `web-${order} = ${sale}`).toSorted());
  },
  60_000,
);
