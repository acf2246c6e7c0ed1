import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { createDestinations } from '../../src/delivery/destinations.ts';
import { startSquarespaceSandbox } from '../../src/sandbox/squarespace/start-squarespace-sandbox.ts';
import { parseSettings } from '../../src/settings/store.ts';
import { openDestinations } from '../../src/sync/destinations.ts';
import { createCallLog } from '../../src/sync/host/call-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('two programs that ask a website one after the other keep to its allowance together', async () => {
  const clock = { now: Date.parse('2026-11-20T09:00:00Z') };
  const now = () => clock.now;
  const site = await startSquarespaceSandbox({
    apiKey: 'website-key',
    now,
    content: { title: 'Rings', currency: 'GBP', timeZone: 'Europe/London', products: [], contacts: [], orders: [] },
    limits: { requestsPerMinute: 10 },
  });
  onTestFinished(() => site.close());
  const home = temporaryFolder();
  const { destinations: settings } = parseSettings(
    {
      shop: { name: 'Rings', country: 'GB', timeZone: 'Europe/London', currency: 'GBP' },
      till: { kind: 'sqlite', file: 'till.sqlite', profile: 'profile.json' },
      destinations: [{ id: 'squarespace', kind: 'squarespace', baseUrl: site.url, requestsPerMinute: 10 }],
    },
    'the test',
  );

  /** As a program that looks at the website once, and ends. */
  async function look(): Promise<boolean | undefined> {
    const database = openDatabase(join(home, 'tillbridge.db'));
    const [destination] = await openDestinations({
      settings,
      states: createDestinations(database),
      secretFor: async () => 'website-key',
      clock: now,
      async sleep(milliseconds) {
        clock.now += milliseconds;
      },
      random: () => 0.5,
      calls: createCallLog(),
    });
    const answer = await destination?.connector.check(new AbortController().signal);
    await destination?.connector.close();
    database.close();
    return answer?.ok;
  }

  expect([await look(), await look(), await look()]).toEqual([true, true, true]);
  expect(site.calls.length).toBeGreaterThan(12);
  expect(site.calls.filter(({ status }) => status === 429)).toEqual([]);
});
