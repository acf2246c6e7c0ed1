import type { Answer } from '../conventions/exchange.ts';

/** What an account allows in one request and one minute. */
export interface AccountLimits {
  readonly recordsPerRequest: number;
  /** Null for no limit. */
  readonly requestsPerMinute: number | null;
}

/** The account that a key belongs to. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly plan: string;
  /** ISO 4217; what a contact is worth is counted in it. */
  readonly currency: string;
  /** Says when today begins. */
  readonly timeZone: string;
}

/** `GET /account`. */
export function describeAccount(account: Account, limits: AccountLimits): Answer {
  const { recordsPerRequest, requestsPerMinute } = limits;
  return { status: 200, body: { ...account, limits: { recordsPerRequest, requestsPerMinute } } };
}
