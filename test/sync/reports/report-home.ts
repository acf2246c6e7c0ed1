import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAgent } from '../../../src/sync/agent.ts';
import type { Agent } from '../../../src/sync/agent-contract.ts';
import { loadSettings } from '../../../src/settings/store.ts';
import { mailUser, type MailServer } from '../../report/mail-server.ts';
import { withKeys } from '../host/open-host.ts';
import { shopHome, type ShopHome } from '../shop-home.ts';

/** Nobody gives up. */
export const never = new AbortController().signal;

/** A moment in epoch milliseconds. */
export const at = (moment: string) => Date.parse(moment);

/** The environment in which every password stands. */
export const environment = { ...withKeys, TILLBRIDGE_SECRET_MAIL: mailUser.password };

/** Mail settings for a server of the test's. */
export function mailBy({ port }: Pick<MailServer, 'port'>, more: Record<string, unknown> = {}) {
  const to = ['owner@shop.example', 'ada@shop.example'];
  return {
    on: true,
    host: '127.0.0.1',
    port,
    user: mailUser.user,
    from: mailUser.user,
    to,
    certificate: 'mail.pem',
    ...more,
  };
}

/** A shop that has been synced on Friday, 20 November at 06:00, whose reports go out at 07:30 as the settings say. */
export async function shopWith(reports: Record<string, unknown>, server?: MailServer): Promise<ShopHome> {
  const shop = await shopHome({ settings: { reports } });
  if (server) writeFileSync(join(shop.home, 'mail.pem'), server.certificate);
  shop.clock.now = at('2026-11-20T06:00:00Z');
  await shop.sync();
  return shop;
}

/** A start of the program at a time: the run that is due, then whatever report is, and it ends again. */
export async function startAt<T>(shop: ShopHome, moment: string, work: (agent: Agent) => T | Promise<T>): Promise<T> {
  shop.clock.now = at(moment);
  const settings = await loadSettings(shop.home);
  const agent = await createAgent({ home: shop.home, settings, environment, now: () => shop.clock.now });
  try {
    if (Date.parse(agent.status().nextRunAt ?? '') <= shop.clock.now) await agent.sync({ signal: never });
    for (let i = 0; i < 5 && (agent.reports.dueAt() ?? Infinity) <= shop.clock.now; i += 1) {
      await agent.reports.sendDue(never);
    }
    return await work(agent);
  } finally {
    await agent.close();
  }
}

/** Looks at nothing more. */
export const nothing = () => undefined;

/** How the reports stand. */
export const standing = (agent: Agent) => agent.reports.standing();
