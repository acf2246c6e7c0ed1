import type { ConnectionCheck } from '../contract.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { SitePart, SquarespaceApi } from './api.ts';
import { hints, label, unknownSecretHint } from './refusal.ts';
import type { SquarespaceSettings } from './settings.ts';

/** Without these, there is nothing to go on with. */
const needed: readonly SitePart[] = ['Orders', 'Products', 'Inventory'];

/** What is missing where the key may not read one of these, for the owner. */
const losses: Readonly<Partial<Record<SitePart, string>>> = {
  Contacts: 'customers are read from Profiles, which do not say since when somebody agreed to marketing',
  Transactions: 'refunds are counted, but without their days',
};

/** What a connection test is made with. */
export interface CheckParts {
  readonly api: SquarespaceApi;
  readonly settings: SquarespaceSettings;
  readonly hasSecret: boolean;
}

async function lacking(api: SquarespaceApi, signal: AbortSignal): Promise<ReadonlySet<SitePart>> {
  const missing = new Set<SitePart>();
  for (const part of [...needed, 'Contacts', 'Transactions'] as const) {
    if (!(await api.mayRead(part, signal))) missing.add(part);
  }
  // They are asked for only in place of Contacts.
  if (missing.has('Contacts') && !(await api.mayRead('Profiles', signal))) missing.add('Profiles');
  return missing;
}

function sentenceOf(missing: ReadonlySet<SitePart>): string {
  const words = [...missing].flatMap((part) => {
    const loss = losses[part];
    return loss === undefined ? [] : [`the key may not read ${part}: ${loss}`];
  });
  return ['whether the key may change stock and prices is seen at the first change', ...words].join('; ');
}

/** Asks the site who it is, and what the key may read; whether it may write cannot be asked without writing. */
export async function checkSite(
  { api, settings, hasSecret }: CheckParts,
  signal: AbortSignal,
): Promise<ConnectionCheck> {
  if (!hasSecret) {
    const what = `There is no ${settings.auth === 'key' ? 'key' : 'access token'} for ${label}.`;
    return { ok: false, what, hint: unknownSecretHint[settings.auth] };
  }
  try {
    const { title, currency, timeZone } = await api.website(signal);
    const missing = await lacking(api, signal);
    const vital = [...missing].filter((part) => needed.includes(part) || part === 'Profiles');
    if (vital.length > 0) {
      const parts = vital.map((part) => (part === 'Profiles' ? 'Contacts' : part)).join(', ');
      return { ok: false, what: `The key for ${label} may not read ${parts}.`, hint: hints[403] };
    }
    const place = `amounts in ${currency ?? 'an unknown currency'}, time zone ${timeZone ?? 'unknown'}`;
    const detail = `${place}; ${sentenceOf(missing)}`;
    return { ok: true, account: title ?? label, detail, ...(currency === null ? {} : { currency }) };
  } catch (thrown) {
    if (!(thrown instanceof TillbridgeError)) throw thrown;
    return { ok: false, what: thrown.message, hint: thrown.hint };
  }
}
