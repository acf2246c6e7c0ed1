import { expect, test } from 'vitest';
import { shopHome, type ShopHome } from './shop-home.ts';
import { syncAndKill } from './sync-and-kill.ts';

/** What the website shows of every article, in the order in which the site lists them. */
function shown({ website }: ShopHome): readonly (number | null)[] {
  return website.sandbox.state.catalogue.stock.all().map(({ quantity, unlimited }) => (unlimited ? null : quantity));
}

/** People whom nobody knew before, and nobody takes for each other. */
const strangers = [
  { firstName: 'Ulla', lastName: 'Vint', email: 'ulla@example.com' },
  { firstName: 'Piet', lastName: 'Okoro', email: 'piet@example.com' },
  { firstName: 'Mirza', lastName: 'Dell', email: 'mirza@example.com' },
  { firstName: 'Gwen', lastName: 'Asch', email: 'gwen@example.com' },
];

/** Who is at the CRM, and what each bought: all that is the same in both, whatever the time it was bought at. */
function atTheCrm({ sandbox }: ShopHome) {
  const { contacts, sales } = sandbox.state;
  const text = (value: unknown): string => JSON.stringify(value ?? null);
  return {
    contacts: [...contacts.all()].map(({ fields }) => text(fields['email'] ?? fields['lastName'])).toSorted(),
    sales: [...sales.all()].map(({ fields }) => text([fields['channel'], fields['total']])).toSorted(),
  };
}

test(
  'killed at random instants while it reads and feeds a website, both far sides end as if nothing had happened',
  { timeout: 240_000 },
  async () => {
    const calm = await shopHome({ website: true, realTime: true });
    const rough = await shopHome({ website: true, realTime: true });
    const began = performance.now();
    expect(await syncAndKill(calm, 60_000)).toBe(0);
    const length = performance.now() - began;
    const before = shown(calm);

    let killed = 0;
    for (let round = 0; round < 8; round++) {
      if ((await syncAndKill(rough, length * (0.3 + 0.07 * round))) === null) killed++;
      else break;
    }
    expect(killed).toBeGreaterThan(1);
    expect(await syncAndKill(rough, 60_000)).toBe(0);
    expect(rough.sandbox.state.contents()).toEqual(calm.sandbox.state.contents());
    expect(shown(rough)).toEqual(before);

    for (const { website } of [calm, rough]) {
      const { shoppers, state } = website.sandbox;
      const enough = state.catalogue.stock.all().filter(({ quantity }) => quantity > 2);
      for (const [place, { id }] of enough.slice(0, strangers.length).entries()) {
        shoppers.checkout({
          variantId: id,
          ...strangers[place],
          line1: `${place} Angel Hill`,
          quantity: 1 + (place % 2),
        });
      }
    }
    expect(await syncAndKill(calm, 60_000)).toBe(0);
    for (let round = 0; round < 4; round++) await syncAndKill(rough, length * (0.25 + 0.1 * round));
    expect(await syncAndKill(rough, 60_000)).toBe(0);
    expect(shown(rough)).toEqual(shown(calm));
    expect(atTheCrm(rough)).toEqual(atTheCrm(calm));
    expect(atTheCrm(rough).sales.some((sale) => sale.includes('"web"'))).toBe(true);
  },
);
