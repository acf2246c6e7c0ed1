import type { Clock } from '../../../support/clock.ts';
import type { Caller } from '../conventions/permissions.ts';
import type { Ids } from '../store/ids.ts';
import { permissionsOf } from './scopes.ts';

const minute = 60_000;
const codeLasts = 2 * minute;
const accessLasts = 30 * minute;
const refreshLasts = 7 * 24 * 60 * minute;

/** What somebody agreed to. */
export interface Consent {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Whether it may be used while they are away. */
  readonly isOffline: boolean;
}

/** What an application is given for a code or a refresh token. Times are epoch milliseconds. */
export interface Tokens {
  readonly access: string;
  readonly accessUntil: number;
  readonly refresh: string | null;
  readonly refreshUntil: number | null;
}

/** What was granted to applications. */
export interface Grants {
  /** A code for one exchange within two minutes. */
  consent(consent: Consent): string;
  exchange(code: string, client: Pick<Consent, 'clientId' | 'redirectUri'>): Tokens | undefined;
  /** The refresh token is another from then on. */
  refresh(token: string, clientId: string): Tokens | undefined;
  callerOf(access: string): Caller | undefined;
}

interface Granted {
  readonly consent: Consent;
  readonly until: number;
}

/** Nothing was granted yet. */
export function createGrants({ ids, now }: { ids: Ids; now: Clock }): Grants {
  const codes = new Map<string, Granted>();
  const accesses = new Map<string, Granted>();
  const refreshes = new Map<string, Granted>();

  function put(into: Map<string, Granted>, consent: Consent, lasts: number): string {
    const token = ids.hex() + ids.hex();
    into.set(token, { consent, until: now() + lasts });
    return token;
  }

  /** A code and a refresh token are good for one use. */
  function use(from: Map<string, Granted>, token: string): Consent | undefined {
    const granted = from.get(token);
    from.delete(token);
    return granted && now() < granted.until ? granted.consent : undefined;
  }

  function give(consent: Consent): Tokens {
    return {
      access: put(accesses, consent, accessLasts),
      accessUntil: now() + accessLasts,
      refresh: consent.isOffline ? put(refreshes, consent, refreshLasts) : null,
      refreshUntil: consent.isOffline ? now() + refreshLasts : null,
    };
  }

  return {
    consent: (consent) => put(codes, consent, codeLasts),
    exchange(code, { clientId, redirectUri }) {
      const consent = use(codes, code);
      return consent?.clientId === clientId && consent.redirectUri === redirectUri ? give(consent) : undefined;
    },
    refresh(token, clientId) {
      const consent = use(refreshes, token);
      return consent?.clientId === clientId ? give(consent) : undefined;
    },
    callerOf(access) {
      const granted = accesses.get(access);
      if (!granted || now() >= granted.until) return undefined;
      return { kind: 'token', permissions: permissionsOf(granted.consent.scopes) };
    },
  };
}
