import { Hono } from 'hono';
import type { Clock } from '../../support/clock.ts';
import type { ByHand } from './by-hand.ts';
import type { CallLog } from '../call-log.ts';
import type { Call } from './conventions/call.ts';
import { createCalls } from './conventions/calls.ts';
import { authorise, gateway, identify, refuseWhole } from './conventions/door.ts';
import type { ExchangeEnv } from './conventions/exchange.ts';
import { createRateLimit } from './conventions/rate-limit.ts';
import { Refusal } from './conventions/refusal.ts';
import type { RunningScript } from './faults/fault-script.ts';
import { describeAccount } from './routes/account.ts';
import type { Account, AccountLimits } from './routes/account.ts';
import { eraseContacts } from './routes/erase-contacts.ts';
import { findRecords } from './routes/find-records.ts';
import { importRecords } from './routes/import-records.ts';
import { listChanges } from './routes/list-changes.ts';
import { mergeContacts } from './routes/merge-contacts.ts';
import { createSandboxPages } from './routes/sandbox-pages.ts';
import type { Circumstances } from './rules/verdict.ts';
import type { Store } from './store/store.ts';
import { collections } from './store/stored.ts';

/** What one account allows. */
export interface Limits extends AccountLimits {
  readonly bytesPerRequest: number;
}

/** What the server is made from. */
export interface AppParts {
  readonly apiKey: string;
  readonly account: Account;
  readonly limits: Limits;
  readonly store: Store;
  readonly byHand: ByHand;
  readonly script: RunningScript;
  readonly log: CallLog<Call>;
  readonly now: Clock;
  readonly random: () => number;
  readonly closing: AbortSignal;
}

function circumstancesOf({ store, now, account }: AppParts): () => Circumstances {
  // Swedish writes days as ISO 8601 does.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: account.timeZone });
  const knowsContact = (externalId: string) => store.contacts.byExternalId(externalId) !== undefined;
  return () => ({ now: now(), today: day.format(now()), knowsContact });
}

/** GenieAI as the contract has it, and the sandbox's own pages beside it. */
export function createApp(parts: AppParts): Hono<ExchangeEnv> {
  const { apiKey, account, limits, store, byHand, script, log, now, closing } = parts;
  const { recordsPerRequest, requestsPerMinute, bytesPerRequest } = limits;
  const calls = createCalls({ store, now, bytesPerRequest, closing });
  const imports = { ...parts, recordsPerRequest, circumstances: circumstancesOf(parts) };
  const app = new Hono<ExchangeEnv>();

  app.route('/sandbox', createSandboxPages({ store, faults: script, byHand, calls: log.all }));
  app.use(identify({ now, log: log.add }));
  app.use(gateway(script));
  app.use(authorise({ apiKey, limit: createRateLimit({ perMinute: requestsPerMinute, now }) }));

  app.get(
    '/account',
    calls.read(() => describeAccount(account, limits)),
  );
  for (const collection of collections) {
    app.post(`/${collection}/import`, calls.write(importRecords(imports, collection)));
    app.get(`/${collection}`, calls.read(findRecords(store, collection)));
  }
  app.post('/contacts/merge', calls.write(mergeContacts(store)));
  app.post('/contacts/erase', calls.write(eraseContacts(store, recordsPerRequest)));
  app.get('/contacts/changes', calls.read(listChanges({ store, now, currency: account.currency })));

  app.notFound(() => {
    throw new Refusal(404, 'There is nothing here.');
  });
  app.onError(refuseWhole);
  return app;
}
