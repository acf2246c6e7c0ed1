import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Habits } from '../../../src/sandbox/squarespace/habits.ts';
import type { OpenSite } from './reading-fixture.ts';
import { cellsOf, never, openSite, orderOf, passOf, ring, streamOf } from './reading-fixture.ts';

const habits: fc.Arbitrary<Partial<Habits>> = fc.record({
  firstComes: fc.constantFrom('newest', 'oldest'),
  bounds: fc.constantFrom('inclusive', 'exclusive'),
  cursorHolds: fc.constantFrom('last', 'offset'),
  emptyLists: fc.constantFrom('array', 'null', 'mixed'),
  fraction: fc.constantFrom<Habits['fraction']>(0, 3, 6, 9, 'mixed'),
});

/** What happens between one page and the next: at the site, and to the process that reads. */
const events = fc.array(
  fc.record({
    dies: fc.boolean(),
    waits: fc.constantFrom(0, 1, 999, 4000, 400_000),
    does: fc.constantFrom('nothing', 'fulfil', 'refund', 'cancel', 'checkout'),
    to: fc.nat(159),
  }),
  { maxLength: 12 },
);
type Event = typeof events extends fc.Arbitrary<(infer E)[]> ? E : never;

function happen({ sandbox, pass }: OpenSite, { waits, does, to }: Event): void {
  pass(waits);
  const number = String(1001 + to);
  if (does === 'fulfil') sandbox.staff.fulfil(number);
  if (does === 'refund') sandbox.staff.refund(number, '0.01');
  if (does === 'cancel') sandbox.staff.cancel(number);
  if (does === 'checkout') sandbox.shoppers.checkout({ sku: 'R-1', quantity: 1, email: 'new@example.com' });
}

/** Reads orders while things happen, and once more when all is quiet; answers the total and standing of each as we have it then. */
async function ordersAfter(site: OpenSite, script: readonly Event[]) {
  const sales = new Map<string, unknown>();
  const waiting = [...script];
  let position: string | null = null;
  let connector = site.connect();
  const take = (row: Parameters<typeof cellsOf>[1] & { key: string }) => {
    const { total, standing } = cellsOf(connector, row);
    if (row.kind === 'sale') sales.set(row.key, { total, standing });
  };
  // The last one is quiet, and whole.
  for (let quiet = 0; quiet < 2;) {
    if (waiting.length === 0) quiet += 1;
    for await (const page of streamOf(connector, 'orders').read(position, never)) {
      page.rows.forEach(take);
      ({ position } = page);
      const event = waiting.shift();
      if (event) happen(site, event);
      if (event?.dies) break;
    }
    connector = site.connect();
    site.pass(60_000);
  }
  return sales;
}

describe('whatever happens meanwhile', () => {
  it('orders are in the end what they are at the site', { timeout: 60_000 }, async () => {
    const orders = Array.from({ length: 160 }, (_, index) => orderOf(index + 1));
    await fc.assert(
      fc.asyncProperty(habits, events, async (own, script) => {
        const site = await openSite({ content: { orders }, habits: own });
        const sales = await ordersAfter(site, script);
        const fresh = await openSiteAgain(site);
        expect(Object.fromEntries(sales)).toEqual(Object.fromEntries(fresh));
        await site.sandbox.close();
      }),
      { numRuns: 25 },
    );
  });

  it('no article counts as gone that is there all the time', { timeout: 60_000 }, async () => {
    const products = Array.from({ length: 170 }, (_, index) => ring(`R-${index}`));
    const edits = fc.array(fc.record({ after: fc.nat(3), deletes: fc.boolean(), sku: fc.nat(169) }), { maxLength: 1 });
    await fc.assert(
      fc.asyncProperty(habits, edits, async (own, script) => {
        const site = await openSite({ content: { products }, habits: own });
        const connector = site.connect();
        const before = await passOf(connector, 'products');
        const met = new Set<string>();
        let page = 0;
        for await (const { rows } of streamOf(connector, 'products').read(before.position, never)) {
          for (const { key } of rows) met.add(key);
          for (const { after, deletes, sku } of script) {
            site.pass(1000);
            if (after !== page) continue;
            if (deletes) site.sandbox.staff.deleteProduct(`R-${sku}`);
            else site.sandbox.staff.editProduct(`R-${sku}`, { name: 'Another name' });
          }
          page += 1;
        }
        const there = await passOf(site.connect(), 'products');
        expect(there.rows.filter(({ key }) => !met.has(key))).toEqual([]);
        await site.sandbox.close();
      }),
      { numRuns: 25 },
    );
  });
});

/** The orders as a reading finds them that begins from nothing when all is quiet. */
async function openSiteAgain(site: OpenSite): Promise<ReadonlyMap<string, unknown>> {
  const connector = site.connect();
  const { rows } = await passOf(connector, 'orders');
  return new Map(
    rows.flatMap((row) => {
      const { total, standing } = cellsOf(connector, row);
      return row.kind === 'sale' ? [[row.key, { total, standing }] as const] : [];
    }),
  );
}
