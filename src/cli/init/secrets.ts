import { secretVariable, tillSecret, type Secrets } from '../../settings/secrets.ts';
import type { Settings } from '../../settings/settings.ts';
import { TillbridgeError } from '../../support/errors.ts';
import { destinationKinds } from '../../sync/destination-kinds.ts';
import type { Door } from '../door.ts';

/** One secret that a shop needs, and how to ask for it. */
interface Needed {
  readonly id: string;
  readonly asks: string;
}

function neededBy({ till, destinations }: Settings): readonly Needed[] {
  const kinds = destinationKinds().filter(({ needsSecret }) => needsSecret);
  return [
    ...(till.kind === 'firebird' ? [{ id: tillSecret, asks: `The password of ${till.user} at the till` }] : []),
    ...destinations.flatMap(({ id, kind }) => {
      const found = kinds.find((each) => each.kind === kind);
      const from = found?.secretFrom === undefined ? '' : `, from ${found.secretFrom}`;
      return found ? [{ id, asks: `The API key of ${found.label}${from}` }] : [];
    }),
  ];
}

async function keep(door: Door, secrets: Secrets, [id, secret]: readonly [string, string]): Promise<void> {
  try {
    await secrets.store(id, secret);
    door.screen.say('  Kept in this machine’s keychain.');
  } catch (error) {
    if (!(error instanceof TillbridgeError)) throw error;
    door.screen.complain(`  It could not be kept: ${error.message}.`, `  What to do: ${error.hint}`);
  }
}

/** Secrets of a set-up: what the person typed holds until its end, also where there is no keychain to keep it. */
export interface AskedSecrets {
  secretFor(id: string): Promise<string | undefined>;
  /** The environment variables of secrets that nobody knows yet. */
  readonly missing: readonly string[];
}

/** Asks for every secret of the settings that is not there yet, where somebody can be asked, and keeps it. */
export async function askSecrets(door: Door, settings: Settings): Promise<AskedSecrets> {
  const secrets = door.secrets();
  const typed = new Map<string, string>();
  const missing: string[] = [];
  for (const { id, asks } of neededBy(settings)) {
    if ((await secrets.secretFor(id)) !== undefined) continue;
    const secret = await door.ask?.hidden(`${asks} (it is not shown; Enter leaves it out):`);
    if (secret) {
      typed.set(id, secret);
      await keep(door, secrets, [id, secret]);
    } else {
      missing.push(secretVariable(id));
    }
  }
  return { secretFor: async (id) => typed.get(id) ?? secrets.secretFor(id), missing };
}
