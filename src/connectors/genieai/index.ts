import { z } from 'zod';
import type {
  Capabilities,
  ConnectionCheck,
  Connector,
  ConnectorKind,
  ConnectorParts,
  Held,
  Parcel,
} from '../contract.ts';
import { createHttpClient } from '../http/client.ts';
import { createPacing } from '../http/pacing.ts';
import { isSafeAddress } from '../http/safe-address.ts';
import { TillbridgeError } from '../../support/errors.ts';
import { createGenieaiApi, label } from './api.ts';
import { wireText } from './mapping.ts';
import { genieaiRules } from './rules.ts';

const settings = z.strictObject({
  baseUrl: z
    .string()
    .refine(isSafeAddress, 'an address that starts with https://, such as "https://api.genieai.example/v1"')
    .describe('The address of the GenieAI API, such as "https://api.genieai.example/v1".'),
  requestsPerMinute: z
    .int()
    .min(1)
    .nullable()
    .default(120)
    .describe('How many requests a minute the account allows; null for no limit.'),
  timeoutSeconds: z.int().min(1).max(600).default(60).describe('How long GenieAI may take for one answer.'),
});

/** What the settings say of GenieAI. */
export type GenieaiSettings = z.infer<typeof settings>;

/** By the contract: at most so many records and bytes in a request. A little is left for what is around the records. */
const batch = { records: 200, bytes: 1024 * 1024 - 64 };

/** So many keys may be asked for at once. */
const keysPerQuestion = 100;

function capabilitiesOf({ requestsPerMinute }: GenieaiSettings): Capabilities {
  return {
    kinds: ['customer', 'product', 'sale'],
    archives: ['customer'],
    merges: ['customer'],
    batch,
    rate: requestsPerMinute === null ? null : { requests: requestsPerMinute, perMilliseconds: 60_000 },
    // While one request is checked over there, the next two are on their way: more than that gains nothing.
    concurrency: 3,
    idempotency: 'key',
  };
}

/** Texts of parcels, made once for `size` and `deliver` alike, and kept no longer than the parcel itself. */
function createTexts(): (parcel: Parcel) => string {
  const texts = new WeakMap<Parcel, string>();
  return (parcel) => {
    const known = texts.get(parcel);
    if (known !== undefined) return known;
    const text = wireText(parcel);
    texts.set(parcel, text);
    return text;
  };
}

/** A connector to GenieAI that speaks over the given `fetch`. */
export function createGenieai(parts: ConnectorParts<GenieaiSettings> & { readonly fetch: typeof fetch }): Connector {
  const { secret, now, sleep, recentRequests: recent, onCall } = parts;
  const { baseUrl, timeoutSeconds } = parts.settings;
  const capabilities = capabilitiesOf(parts.settings);
  const textOf = createTexts();
  const api = createGenieaiApi({
    client: createHttpClient({ fetch: parts.fetch, baseUrl, secret, timeout: timeoutSeconds * 1000, now, onCall }),
    pacing: createPacing({ rate: capabilities.rate, now, sleep, recent }),
    now,
    textOf,
  });

  async function check(signal: AbortSignal): Promise<ConnectionCheck> {
    if (secret === undefined) {
      return {
        ok: false,
        what: `There is no key for ${label}.`,
        hint: `Make one in ${label}, and store it with "tillbridge secret set" and the destination's id.`,
      };
    }
    try {
      const { name, plan, currency } = await api.account(signal);
      return { ok: true, account: name, detail: `plan ${plan}, amounts in ${currency}` };
    } catch (thrown) {
      if (!(thrown instanceof TillbridgeError)) throw thrown;
      return { ok: false, what: thrown.message, hint: thrown.hint };
    }
  }

  return {
    capabilities,
    rules: (kind) => genieaiRules[kind],
    check,
    // The comma before it counts too.
    size: (parcel) => Buffer.byteLength(textOf(parcel)) + 1,
    deliver(parcels, signal) {
      switch (parcels.operation) {
        case 'lower':
        case 'upsert':
          return api.import(parcels, signal);
        case 'merge':
          return api.merge(parcels, signal);
        case 'archive':
          return api.archive(parcels, signal);
      }
    },
    async find(kind, keys, signal) {
      const held: Held[] = [];
      for (let start = 0; start < keys.length; start += keysPerQuestion) {
        held.push(...(await api.find(kind, keys.slice(start, start + keysPerQuestion), signal)));
      }
      return held;
    },
    close: () => Promise.resolve(),
  };
}

/** GenieAI, after its contract page. */
export const genieai: ConnectorKind<GenieaiSettings> = {
  kind: 'genieai',
  label,
  settings,
  needsSecret: true,
  create: (parts) => createGenieai({ ...parts, fetch: globalThis.fetch }),
};
