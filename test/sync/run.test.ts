import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shopEdits } from '../../src/sandbox/shop/edits.ts';
import type { RunReport } from '../../src/sync/agent-contract.ts';
import { readKinds, recordKinds } from '../../src/model/record.ts';
import { expectToAddUp } from './account-sums.ts';
import { shopHome } from './shop-home.ts';

const delivered = (report: RunReport) => Object.values(report.delivered)[0] ?? expect.fail('nothing was delivered');

describe('a run', () => {
  test('brings a whole shop to the CRM: no refusal comes as a surprise, and every row is in one place', async () => {
    const { shop, sync, sandbox } = await shopHome({ size: 1000 });
    const report = await sync();
    expect(report.run).toMatchObject({ outcome: 'completed' });
    expectToAddUp(report);
    for (const kind of recordKinds) {
      expect(delivered(report)[kind]).toMatchObject({ refused: 0, parked: 0, updated: 0, unchanged: 0 });
    }
    const faults = [...shop.faults()];
    const withheld = (kind: string) =>
      new Set(faults.filter((fault) => fault.kind === kind && fault.severity === 'block').map(({ key }) => key)).size;
    expect(sandbox.state.contacts.size).toBe(shop.frame.customers - withheld('customer'));
    expect(sandbox.state.products.size).toBe(shop.frame.products - withheld('product'));
    expect(sandbox.state.sales.size).toBe(shop.frame.sales - withheld('sale') - [...shop.held()].length);
  });

  test('finds exactly the faults that were planted, code by code, each with what is to be typed', async () => {
    const home = await shopHome({ size: 1000 });
    await home.sync();
    await home.with(async ({ problems }) => {
      const open = problems.list({ state: 'open', limit: 100_000 });
      const name = (each: { kind: string; key: string; field: string; code: string; severity: string }) =>
        `${each.kind} ${each.key} ${each.field} ${each.code} ${each.severity}`;
      const planted = [...home.shop.faults()].flatMap((fault) =>
        // Two rows under one key: the first is sent and shown, the other is kept back.
        fault.code === 'duplicate_key'
          ? [
              { ...fault, severity: 'warn' },
              { ...fault, key: `${fault.key} (2)` },
            ]
          : [fault],
      );
      expect(open.map(name).toSorted()).toEqual(planted.map(name).toSorted());
      for (const fault of home.shop.faults()) {
        if (fault.suggestion === undefined) continue;
        const problem = open.find((each) => name(each) === name(fault));
        expect([name(fault), problem?.suggestion?.value]).toEqual([name(fault), fault.suggestion]);
      }
    });
  });

  test('a second run over the same till sends nothing, and asks the CRM for nothing', async () => {
    const { sync, sandbox, shop } = await shopHome();
    await sync();
    const calls = sandbox.calls.length;
    const report = await sync();
    expect(sandbox.calls.length).toBe(calls);
    expect(report.problems).toMatchObject({ opened: 0, closed: 0 });
    expectToAddUp(report);
    const [account] = Object.values(report.account);
    expect(readKinds.map((kind) => account?.[kind].sent)).toEqual([0, 0, 0]);
    // What waits are the sales of customers who are withheld.
    expect(readKinds.map((kind) => account?.[kind].waiting)).toEqual([0, 0, [...shop.held()].length]);
  });

  test("after a day's work only the differences go, and what was mended closes by itself", async () => {
    const { shop, sync, till, sandbox, clock } = await shopHome({ size: 1000 });
    await sync();
    const edits = shopEdits(shop, 'sqlite');
    till(...edits.flatMap(({ statements }) => statements));
    clock.now += 60_000;
    const report = await sync();
    expectToAddUp(report);
    const mended = edits.filter(({ change }) => change === 'mended').length;
    expect(report.problems.closed).toBeGreaterThanOrEqual(mended);
    const sent = recordKinds
      .map((kind) => delivered(report)[kind])
      .reduce((sum, { created, updated }) => sum + created + updated, 0);
    expect(sent).toBeLessThanOrEqual(edits.length + 5);
    expect(sandbox.calls.at(-1)?.status).toBe(207);
  });

  test('losing our own database and running again doubles nothing at the far side and loses nothing', async () => {
    const { home, sync, sandbox } = await shopHome();
    await sync();
    const before = JSON.stringify(sandbox.state.contents());
    for (const end of ['', '-wal', '-shm']) rmSync(join(home, `tillbridge.db${end}`), { force: true });
    const report = await sync();
    expectToAddUp(report);
    for (const kind of recordKinds) {
      expect(delivered(report)[kind]).toMatchObject({ created: 0, updated: 0, refused: 0 });
    }
    expect(JSON.stringify(sandbox.state.contents())).toBe(before);
  });

  test('a customer who is gone from the till is put away after the days of grace, and comes back with the till', async () => {
    const { sync, till, sandbox, clock, with: open } = await shopHome();
    await sync();
    const [contact] = sandbox.state.contacts.all();
    const key = contact?.externalId ?? expect.fail('the CRM is empty');
    till(`CREATE TABLE aside AS SELECT * FROM CUST WHERE ACNO = '${key}'`, `DELETE FROM CUST WHERE ACNO = '${key}'`);
    clock.now += 3_600_000;
    await sync({ full: true });
    expect(sandbox.state.contacts.byExternalId(key)?.archived ?? false).toBe(false);
    clock.now += 7 * 86_400_000;
    const later = await sync({ full: true });
    expect(delivered(later).customer.archived).toBe(1);
    expectToAddUp(later);
    till('INSERT INTO CUST SELECT * FROM aside');
    const back = await sync({ full: true });
    expectToAddUp(back);
    expect(delivered(back).customer).toMatchObject({ archived: 0, refused: 0 });
    expect(await open(async ({ queue }) => queue.list({ kind: 'customer' }))).toEqual([]);
  });
});
