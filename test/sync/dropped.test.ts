import { expect, test } from 'vitest';
import type { Agent } from '../../src/sync/agent-contract.ts';
import { shopHome } from './shop-home.ts';

const signal = new AbortController().signal;
const sync = (agent: Agent) => agent.sync({ signal });
const open = async ({ problems }: Agent) => problems.list({ state: 'open' });

test('with its destination a problem leaves the list, and comes back with it', async () => {
  const home = await shopHome({ size: 600, website: true });
  await home.sync();
  const before = await home.with(open);
  const [crm, website] = home.settings.destinations;
  if (!crm || !website) return expect.unreachable('there are two destinations');
  const ofCrm = before.filter(({ destination }) => destination === crm.id);
  const [dismissed, one] = ofCrm;
  if (!dismissed || !one) return expect.unreachable('there are problems');
  await home.with(async ({ problems }) => problems.dismiss(dismissed.id, 'She wants it so'));
  await expect(home.with((agent) => agent.recheck(one.id, signal), [website])).rejects.toMatchObject({
    hint: 'Nothing is sent there any more: it leaves this list with the next run.',
  });

  const without = await home.with(sync, [website]);
  expect(without.problems).toMatchObject({ opened: 0, closed: 0, open: before.length - ofCrm.length });
  expect((await home.with(open, [website])).map(({ destination }) => destination)).not.toContain(crm.id);
  await home.with(
    async ({ problems }) => {
      expect(problems.get(one.id)).toMatchObject({ state: 'closed', closedAs: 'dropped' });
      expect(problems.history(one.id).map(({ what }) => what)).toEqual(['opened', 'dropped']);
      expect(problems.get(dismissed.id)).toMatchObject({ state: 'dismissed', dismissedBecause: 'She wants it so' });
    },
    [website],
  );

  // What was refused for good before may be taken now; what stood as it stands needs no sending.
  const again = await home.sync();
  const openAgain = (await home.with(open)).filter(({ destination }) => destination === crm.id);
  expect(openAgain.map(({ id }) => id).toSorted()).toEqual(
    ofCrm
      .map(({ id }) => id)
      .filter((id) => id !== dismissed.id)
      .toSorted(),
  );
  expect(openAgain.filter(({ closedAs }) => closedAs !== null)).toEqual([]);
  expect(again.problems.open).toBe(before.length - 1);
  expect(await home.with(async ({ problems }) => problems.get(dismissed.id)?.state)).toBe('dismissed');
  expect((await home.sync()).problems).toMatchObject({ opened: 0, closed: 0, open: before.length - 1 });
});

test('without the website nothing of its stock is to be mended any more', async () => {
  const home = await shopHome({ size: 600, website: true });
  await home.sync();
  const [crm, website] = home.settings.destinations;
  if (!crm || !website) return expect.unreachable('there are two destinations');
  const ofWebsite = (await home.with(open)).filter(({ destination }) => destination === website.id);
  expect(ofWebsite.length).toBeGreaterThan(0);
  await home.with(sync, [crm]);
  expect((await home.with(open, [crm])).map(({ destination }) => destination)).not.toContain(website.id);
  await home.sync();
  const back = (await home.with(open)).filter(({ destination }) => destination === website.id);
  expect(back.map(({ id }) => id)).toEqual(ofWebsite.map(({ id }) => id));
});
