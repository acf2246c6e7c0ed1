import { rowKinds } from '../../model/record.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { Till, TillCheck } from '../contract.ts';
import type { Profile } from '../profile.ts';
import { openAttachment, usualPatience, type Patience } from './attachment.ts';
import { describeTables, sampleRows, type Session } from './describe.ts';
import type { Place } from './explain-firebird.ts';
import { createFirebirdSnapshot } from './snapshot.ts';
import { textsInSets } from './texts-in-sets.ts';
import { systemRows, readTextSets } from './text-sets.ts';

/** What a Firebird till is made from. */
export interface FirebirdTillParts {
  readonly settings: Place & { readonly encoding?: string | undefined };
  readonly password: string;
  readonly profile: Profile;
  readonly patience?: Patience;
}

/** A till whose database stands on a Firebird server. Every question has a connection of its own, which ends with it. */
export function createFirebirdTill({ settings, password, profile, patience = usualPatience }: FirebirdTillParts): Till {
  const { host, port, database, user, encoding } = settings;
  const place = { host, port, database, user };

  async function inSession<T>(signal: AbortSignal, work: (session: Session) => Promise<T>): Promise<T> {
    const attachment = await openAttachment({ place, password, patience, signal });
    try {
      const sets = await readTextSets(attachment, encoding);
      return await work({ attachment, sets });
    } finally {
      await attachment.end();
    }
  }

  const always = (): AbortSignal => new AbortController().signal;

  async function checkAll(session: Session): Promise<TillCheck> {
    const snapshot = await createFirebirdSnapshot(session, profile);
    const kinds: string[] = [];
    for (const kind of rowKinds) if (await snapshot.fields(kind)) kinds.push(kind);
    const { declared, guess } = session.sets;
    const characterSet = declared === 'NONE' ? `NONE, read as ${guess.name}` : declared;
    return {
      ok: true,
      product: await productOf(session),
      characterSet,
      detail: `the profile "${profile.name}" fits: ${kinds.join(', ')}`,
    };
  }

  return {
    profile,
    async check() {
      try {
        return await inSession(always(), checkAll);
      } catch (error) {
        if (error instanceof TillbridgeError) return { ok: false, what: error.message, hint: error.hint };
        throw error;
      }
    },
    describe: () =>
      inSession(always(), async (session) => ({
        product: await productOf(session),
        characterSet: session.sets.declared,
        tables: await describeTables(session),
      })),
    sample: (table, count) => inSession(always(), (session) => sampleRows(session, table, count)),
    characterSets: () => inSession(always(), textsInSets),
    pull: (work, signal) =>
      inSession(signal, async (session) => {
        const snapshot = await createFirebirdSnapshot(session, profile);
        return work(snapshot);
      }),
    close: async () => undefined,
  };
}

async function productOf({ attachment }: Session): Promise<string> {
  const [row] = await systemRows(attachment, "SELECT RDB$GET_CONTEXT('SYSTEM', 'ENGINE_VERSION') FROM RDB$DATABASE");
  return `Firebird ${row?.[0] ?? ''}`.trim();
}
