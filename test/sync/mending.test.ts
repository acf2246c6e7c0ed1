import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/validation/problem.ts';
import { shopHome, type ShopHome } from './shop-home.ts';

const signal = new AbortController().signal;

async function problemWith({ with: open }: ShopHome, code: string): Promise<Problem> {
  const [found] = await open(async ({ problems }) => problems.list({ rule: code, state: 'open', limit: 1 }));
  return found ?? expect.fail(`no problem ${code} is open`);
}

describe('mending at the till', () => {
  test('a row that was mended closes its problem at once when it is looked at again, and goes with the next run', async () => {
    const home = await shopHome({ size: 600 });
    await home.sync();
    const problem = await problemWith(home, 'bad_phone');
    const column = problem.origin.split('.')[1] ?? '';
    const still = await home.with((agent) => agent.recheck(problem.id, signal));
    expect(still.result).toBe('still-wrong');
    home.till(`UPDATE CUST SET ${column} = '07700 900321' WHERE ACNO = '${problem.key}'`);
    const mended = await home.with((agent) => agent.recheck(problem.id, signal));
    expect(mended).toMatchObject({ result: 'mended', problem: { state: 'closed' } });
    await home.sync();
    expect(JSON.stringify(home.sandbox.state.contacts.byExternalId(problem.key))).toContain('+447700900321');
  });

  test('a row that is gone from the till closes its problem as gone, not as mended', async () => {
    const home = await shopHome({ size: 600 });
    await home.sync();
    const problem = await problemWith(home, 'bad_phone');
    home.till(`DELETE FROM CUST WHERE ACNO = '${problem.key}'`);
    const answer = await home.with((agent) => agent.recheck(problem.id, signal));
    expect(answer).toMatchObject({ result: 'gone', problem: { state: 'closed', closedAs: 'gone' } });
    const other = await problemWith(home, 'bad_postcode');
    home.till(`UPDATE CUST SET PCODE = 'IP33 1AA' WHERE ACNO = '${other.key}'`);
    await home.sync();
    expect(await home.with(async ({ problems }) => problems.get(other.id)?.closedAs)).toBe('mended');
  });

  test('two rows under one number are still there when they are looked at again, and both mended once one has its own', async () => {
    const home = await shopHome({ size: 1000 });
    await home.sync();
    const shared = await home.with(async ({ problems }) => problems.list({ rule: 'duplicate_key', state: 'open' }));
    const repeat = shared.find(({ key }) => key.endsWith(' (2)')) ?? expect.fail('no number is there twice');
    const number = repeat.key.replace(' (2)', '');
    const pair = shared.filter(({ key, kind }) => kind === repeat.kind && key.replace(' (2)', '') === number);
    expect(pair).toHaveLength(2);
    for (const { id } of pair) {
      const answer = await home.with((agent) => agent.recheck(id, signal));
      expect(answer).toMatchObject({ result: 'still-wrong', problem: { state: 'open' } });
    }
    const { table, column } = { table: repeat.origin.split('.')[0], column: repeat.origin.split('.')[1] };
    home.till(
      `UPDATE ${table} SET ${column} = 'NEW-1' WHERE rowid = (SELECT max(rowid) FROM ${table} WHERE ${column} = '${number}')`,
    );
    const first = pair.find(({ key }) => key === number) ?? expect.fail('the first is not shown');
    const answer = await home.with((agent) => agent.recheck(first.id, signal));
    expect(answer).toMatchObject({ result: 'mended', problem: { state: 'closed' } });
    const open = await home.with(async ({ problems }) => problems.get(repeat.id)?.state);
    expect(open).toBe('closed');
  });

  test('a problem comes back as the same one when the fault does', async () => {
    const home = await shopHome({ size: 600 });
    await home.sync();
    const problem = await problemWith(home, 'bad_postcode');
    home.till(`UPDATE CUST SET PCODE = 'IP33 1AA' WHERE ACNO = '${problem.key}'`);
    expect((await home.sync()).problems.closed).toBeGreaterThanOrEqual(1);
    home.till(`UPDATE CUST SET PCODE = '${problem.value ?? ''}' WHERE ACNO = '${problem.key}'`);
    expect((await home.sync()).problems.opened).toBeGreaterThanOrEqual(1);
    const again = await home.with(async ({ problems }) => ({
      now: problems.get(problem.id),
      events: problems.history(problem.id),
    }));
    expect(again.now).toMatchObject({ state: 'open', key: problem.key });
    expect(again.events.map(({ what }) => what)).toEqual(['opened', 'mended', 'reopened']);
  });

  test('a dismissed problem stays dismissed until the value changes', async () => {
    const home = await shopHome({ size: 600 });
    await home.sync();
    const problem = await problemWith(home, 'bad_barcode');
    await home.with(async ({ problems }) => expect(problems.dismiss(problem.id, 'old stock')).toBe(true));
    await home.sync();
    expect(await home.with(async ({ problems }) => problems.get(problem.id)?.state)).toBe('dismissed');
    home.till(`UPDATE STOCKITM SET EAN = '4006381333932' WHERE ARTCODE = '${problem.key}'`);
    await home.sync();
    expect(await home.with(async ({ problems }) => problems.get(problem.id)?.state)).toBe('open');
  });

  test('an e-mail that moves from one customer to another arrives, whoever is first in the till', async () => {
    const home = await shopHome({ size: 600 });
    await home.sync();
    const [one, other] = [...home.sandbox.state.contacts.all()].filter(({ fields }) => fields['email']);
    const keys = [one?.externalId ?? '', other?.externalId ?? ''];
    const emails = [one?.fields['email'], other?.fields['email']];
    home.till(
      `UPDATE CUST SET "EMail" = '${String(emails[1])}' WHERE ACNO = '${keys[0] ?? ''}'`,
      `UPDATE CUST SET "EMail" = '${String(emails[0])}' WHERE ACNO = '${keys[1] ?? ''}'`,
    );
    const report = await home.sync();
    expect(Object.values(report.delivered)[0]?.customer).toMatchObject({ refused: 0, waiting: 0 });
    const email = (key: string | undefined) => home.sandbox.state.contacts.byExternalId(key ?? '')?.fields['email'];
    expect(keys.map(email)).toEqual([emails[1], emails[0]]);
  });

  test('what the CRM refuses by rules of its own becomes a problem, its neighbours go, and it closes once it is taken', async () => {
    const home = await shopHome({ size: 600 });
    const key = [...home.shop.customers()].find(({ faults }) => faults.length === 0)?.values.key;
    home.sandbox.faults.add({ kind: 'poison', externalId: String(key), times: null });
    const report = await home.sync();
    expect(Object.values(report.delivered)[0]?.customer).toMatchObject({ refused: 1, parked: 1 });
    const problem = await home.with(async ({ problems }) =>
      problems.list({ search: String(key) }).find((each) => each.key === key),
    );
    expect(problem).toMatchObject({ state: 'open', severity: 'block' });
    home.sandbox.faults.clear();
    await home.with(async ({ queue }) => expect(queue.retry('all')).toBe(1));
    await home.sync();
    expect(await home.with(async ({ problems }) => problems.get(problem?.id ?? 0)?.state)).toBe('closed');
  });

  test('what the CRM refused is tried again when the rules change, though the record did not', async () => {
    const home = await shopHome({ size: 600 });
    const key = [...home.shop.customers()].find(({ faults }) => faults.length === 0)?.values.key;
    home.sandbox.faults.add({ kind: 'poison', externalId: String(key), times: null });
    await home.sync();
    home.sandbox.faults.clear();
    await home.sync();
    expect(home.sandbox.state.contacts.byExternalId(String(key))).toBeUndefined();
    home.settings.cleaning.capitals = true;
    await home.sync();
    expect(home.sandbox.state.contacts.byExternalId(String(key))).toBeDefined();
  });

  test('what cleaning changed is shown, before and after', async () => {
    const home = await shopHome({ size: 600 });
    await home.sync();
    const [cleaning] = [...home.shop.cleanings()].filter(({ reason }) => reason === 'phone');
    const { kind, key, field, before, after } = cleaning ?? expect.fail('the sample shop has no phone to clean');
    const [trail] = await home.with((agent) => agent.find(key, signal));
    expect(trail).toMatchObject({ kind, key });
    expect(trail?.cleanings).toContainEqual(expect.objectContaining({ field, before, after }));
  });
});
