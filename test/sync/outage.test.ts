import { renameSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recordKinds } from '../../src/model/record.ts';
import { shopHome } from './shop-home.ts';

const waitingAfter = (report: { delivered: Record<string, Record<string, { waiting: number }>> }): number =>
  Object.values(Object.values(report.delivered)[0] ?? {}).reduce((sum, { waiting }) => sum + waiting, 0);

describe('when something is out of reach', () => {
  test('the CRM: everything is kept, the run says so, and the next one delivers it', async () => {
    const { sync, sandbox, shop, with: open } = await shopHome();
    sandbox.faults.add({ kind: 'cut', before: 'commit', times: null });
    const report = await sync();
    expect(report.run).toMatchObject({ outcome: 'failed', errorReason: 'unreachable' });
    expect(report.run.hint).toContain('Nothing is lost');
    expect(waitingAfter(report)).toBeGreaterThan(shop.frame.sales);
    expect(sandbox.state.contacts.size).toBe(0);
    expect((await open(async (agent) => agent.status())).state).toBe('waiting');
    sandbox.faults.clear();
    const next = await sync();
    expect(next.run.outcome).toBe('completed');
    expect(waitingAfter(next)).toBe([...shop.held()].length);
  });

  test('the CRM, whose answers are lost after it took the records: nothing is doubled', async () => {
    const { sync, sandbox } = await shopHome();
    sandbox.faults.add({ kind: 'cut', before: 'answer', times: null, probability: 0.4 });
    await sync();
    sandbox.faults.clear();
    const report = await sync();
    expect(report.run.outcome).toBe('completed');
    const keys = [...sandbox.state.sales.all()].map(({ externalId }) => externalId);
    expect(new Set(keys).size).toBe(keys.length);
    expect(Object.values(report.delivered)[0]?.sale).toMatchObject({ refused: 0, parked: 0 });
  });

  test('the CRM asks us to slow down: the run waits as long as it was told, and goes on', async () => {
    const { sync, sandbox } = await shopHome();
    sandbox.faults.add({ kind: 'answer', status: 429, format: 'json', retryAfter: 20, times: 2 });
    const report = await sync();
    expect(report.run.outcome).toBe('completed');
  });

  test('the key was withdrawn: the run stops, says what to do, and nothing is parked', async () => {
    const { sync, sandbox, with: open } = await shopHome();
    sandbox.faults.add({ kind: 'answer', status: 401, format: 'json', times: null });
    const report = await sync();
    expect(report.run).toMatchObject({ outcome: 'failed', errorReason: 'settings' });
    for (const kind of recordKinds) expect(Object.values(report.delivered)[0]?.[kind].parked).toBe(0);
    const calls = sandbox.calls.length;
    expect(calls).toBeLessThan(10);
    expect((await open(async (agent) => agent.status())).state).toBe('needs-you');
    sandbox.faults.clear();
    expect((await sync()).run.outcome).toBe('completed');
  });

  test('the till: what waits is sent all the same, and what was read stays', async () => {
    const { sync, sandbox, tillFile, with: open } = await shopHome();
    sandbox.faults.add({ kind: 'cut', before: 'commit', times: null });
    await sync();
    sandbox.faults.clear();
    renameSync(tillFile, `${tillFile}.away`);
    const report = await sync();
    expect(report.run.outcome).toBe('failed');
    expect(report.run.reason).toMatch(/till/);
    expect(sandbox.state.contacts.size).toBeGreaterThan(0);
    const status = await open(async (agent) => agent.status());
    expect(status.records.customer).toBe(300);
    renameSync(`${tillFile}.away`, tillFile);
    expect((await sync()).run.outcome).toBe('completed');
  });
});
