import type { ErrorHandler, MiddlewareHandler } from 'hono';
import type { Clock } from '../../../support/clock.ts';
import type { RunningScript } from '../faults/fault-script.ts';
import type { Habits } from '../habits.ts';
import type { Call } from './call.ts';
import { cutConnection, jsonResponse } from './exchange.ts';
import type { Exchange, ExchangeEnv } from './exchange.ts';
import { isGeneric } from './limiter.ts';
import type { Limiter } from './limiter.ts';
import type { Caller } from './permissions.ts';
import { Refusal, gatewayPage, refusalBody } from './refusal.ts';

type Step = MiddlewareHandler<ExchangeEnv>;

/** Gives every request its id, which only an error tells, and logs it when it has ended. */
export function identify(parts: { now: Clock; newContextId: () => string; log: (call: Call) => void }): Step {
  const { now, newContextId, log } = parts;
  return async (exchange, next) => {
    const { method, path } = exchange.req;
    const call: Exchange['var']['call'] = {
      at: now(),
      contextId: newContextId(),
      method,
      path,
      status: 0,
      subtype: null,
      idempotencyKey: exchange.req.header('Idempotency-Key') ?? null,
      replayed: false,
    };
    exchange.set('call', call);
    exchange.header('Date', new Date(call.at).toUTCString());
    await next();
    if (call.status !== null) call.status = exchange.res.status;
    log(call);
  };
}

/** Lets scripted faults strike: those of a gateway here, the others further in. */
export function gateway(script: RunningScript): Step {
  return async (exchange, next) => {
    const strike = script.strike({ method: exchange.req.method, path: exchange.req.path });
    exchange.set('strike', strike);
    const { blow } = strike;
    if (blow?.kind === 'cut' && blow.before === 'commit') return cutConnection(exchange);
    if (blow?.kind !== 'answer') return next();
    const refusal = new Refusal(blow.status, 'A fault was asked for.', blow);
    if (blow.format === 'json') throw refusal;
    for (const [name, value] of Object.entries(refusal.headers)) exchange.header(name, value);
    return exchange.html(gatewayPage(blow.status), blow.status);
  };
}

/** What the door is made from. */
export interface DoorParts {
  readonly habits: Habits;
  /** Whose credential this is; undefined where it is nobody's, or no longer anybody's. */
  readonly callerOf: (bearer: string) => Caller | undefined;
  readonly isExpired: () => boolean;
  readonly limiter: Limiter;
  readonly genericLimiter: Limiter;
}

/** Lets in whoever says who they are, holds a credential, and does not come too often; nobody while the site is not paid for. */
export function admit({ habits, callerOf, isExpired, limiter, genericLimiter }: DoorParts): Step {
  return async (exchange, next) => {
    const userAgent = exchange.req.header('User-Agent') ?? '';
    if (userAgent.trim() === '') throw new Refusal(habits.withoutUserAgent, 'A User-Agent header is required.');
    const [scheme = '', bearer = ''] = (exchange.req.header('Authorization') ?? '').split(' ');
    const caller = scheme.toLowerCase() === 'bearer' ? callerOf(bearer) : undefined;
    if (!caller) throw new Refusal(401, 'The credential is missing, invalid or expired.');
    if (isExpired()) throw new Refusal(402, 'The website has expired.');
    if (isGeneric(userAgent)) genericLimiter.take();
    limiter.take();
    exchange.set('caller', caller);
    await next();
  };
}

/** The error body, for whatever was thrown. */
export const refuse: ErrorHandler<ExchangeEnv> = (error, exchange) => {
  const refusal = error instanceof Refusal ? error : new Refusal(500, 'The sandbox itself failed.');
  for (const [name, value] of Object.entries(refusal.headers)) exchange.header(name, value);
  const { call } = exchange.var;
  call.subtype = refusal.subtype;
  return jsonResponse(exchange, refusal.status, refusalBody(refusal, call.contextId));
};
