import { join } from 'node:path';
import { openDatabase } from '../database/open.ts';
import { openReadOnly } from '../database/read-only.ts';
import { createDestinations as createStates } from '../delivery/destinations.ts';
import { createLedger } from '../delivery/ledger.ts';
import { createOutbox } from '../delivery/outbox.ts';
import type { Till } from '../pos/contract.ts';
import { loadProfile } from '../pos/load-profile.ts';
import { createTill } from '../pos/registry.ts';
import { createSecrets, reservedSecrets, secretVariable, tillSecret } from '../settings/secrets.ts';
import { createStaging } from '../staging/staging.ts';
import { createView } from '../staging/view.ts';
import { TillbridgeError } from '../support/errors.ts';
import { createLog } from '../support/log.ts';
import { createProblems } from '../validation/problems.ts';
import type { AgentParts } from './agent.ts';
import { createCallLog } from './host/call-log.ts';
import { createChecker } from './checker.ts';
import { openDestinations } from './destinations.ts';
import type { Engine } from './engine.ts';
import { createJoining } from './join/joining.ts';
import { createRecords } from './records.ts';
import { createRuns } from './runs.ts';
import { openSaidByHand } from './said-by-hand.ts';
import { shopFrontAmong } from './shop-front-source.ts';
import { createAliases } from './stock/aliases.ts';

/** The one till of a home folder, as staging names its source. */
const tillSource = 'till';

/** What an engine is made from; the machine's own keychain where none is named. */
export type EngineParts = Required<Omit<AgentParts, 'keychain' | 'listAddress'>> &
  Pick<AgentParts, 'keychain' | 'listAddress'>;

/** Opens everything of a home folder; see `Engine`. What was opened is closed again where a later part fails. */
export async function openEngine(parts: EngineParts): Promise<Engine & { close(): Promise<void> }> {
  const { home, settings, environment, now: clock, sleep, random, keychain, listAddress = () => null } = parts;
  const secrets = createSecrets({ home, environment, ...(keychain && { keychain }) });
  const database = openDatabase(join(home, 'tillbridge.db'));
  try {
    const known = await Promise.all(
      [...reservedSecrets, ...settings.destinations.map(({ id }) => id)].map(secrets.secretFor),
    );
    const log = createLog({
      folder: join(home, 'logs'),
      now: clock,
      secrets: known.filter((each) => each !== undefined),
    });
    const staging = createStaging(database, tillSource);
    const problems = createProblems(database, clock);
    const ledger = createLedger(database);
    const states = createStates(database);
    const outbox = createOutbox(database, { ledger, destinations: states });
    const calls = createCallLog();
    const destinations = await openDestinations({
      settings: settings.destinations,
      states,
      secretFor: (id) => secrets.secretFor(id),
      clock,
      sleep,
      random,
      calls,
    });
    const shopFront = shopFrontAmong(destinations, database);
    const from = { till: { id: tillSource, staging }, shopFront };
    const joining = createJoining({ ...from, database, people: settings.people });
    const view = createView({ ...from, database, joined: joining !== undefined });
    const aliases = shopFront && createAliases(database, shopFront.id);
    const said = openSaidByHand({ home, database, identity: joining?.identity, aliases });
    const records = createRecords({ till: staging, view, joining, settings });
    let till: Promise<Till> | undefined;
    const engine: Engine = {
      home,
      settings,
      database,
      staging,
      shopFront,
      view,
      joining,
      said,
      records,
      problems,
      outbox,
      ledger,
      states,
      destinations,
      clock,
      sleep,
      random,
      log,
      checker: createChecker({ database, view, joining, records, problems, outbox, ledger, settings, clock }),
      runs: createRuns(database),
      calls,
      secretFor: secrets.secretFor,
      listAddress,
      till: () => (till ??= openTill(parts, secrets.secretFor)),
    };
    return {
      ...engine,
      async close() {
        await till?.then((opened) => opened.close()).catch(() => undefined);
        await Promise.all(destinations.map(({ connector }) => connector.close()));
        log.close();
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

async function openTill(
  { home, settings }: Pick<AgentParts, 'home' | 'settings'>,
  secretFor: (id: string) => Promise<string | undefined>,
): Promise<Till> {
  const profile = await loadProfile(join(home, settings.till.profile));
  const password = (await secretFor(tillSecret)) ?? '';
  if (settings.till.kind === 'firebird' && password === '') {
    throw new TillbridgeError('settings', 'opening the till: its password is not stored', {
      hint: `Store it with "tillbridge secret set ${tillSecret}", or set ${secretVariable(tillSecret)}.`,
    });
  }
  return createTill({ settings: settings.till, profile, password, home, openSqlite: openReadOnly });
}
