import type { ErrorHandler, MiddlewareHandler } from 'hono';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../support/clock.ts';
import type { RunningScript } from '../faults/fault-script.ts';
import type { Call } from './call.ts';
import { cutConnection, jsonResponse } from './exchange.ts';
import type { Exchange, ExchangeEnv } from './exchange.ts';
import { Refusal, gatewayPage, refusalBody } from './refusal.ts';
import type { RateLimit } from './rate-limit.ts';

type Step = MiddlewareHandler<ExchangeEnv>;

/** Gives every request its id, which every response carries, and logs it when it has ended. */
export function identify({ now, log }: { now: Clock; log: (call: Call) => void }): Step {
  return async (exchange, next) => {
    const requestId = randomUUID();
    const { method, path } = exchange.req;
    const idempotencyKey = exchange.req.header('Idempotency-Key') ?? null;
    const call: Exchange['var']['call'] = {
      at: now(),
      requestId,
      method,
      path,
      status: 0,
      records: 0,
      idempotencyKey,
      replayed: false,
    };
    exchange.set('call', call);
    exchange.header('X-Request-Id', requestId);
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

/** Lets nobody in without the key, nor more often than the limit allows. */
export function authorise({ apiKey, limit }: { apiKey: string; limit: RateLimit }): Step {
  return async (exchange, next) => {
    const [scheme = '', key] = (exchange.req.header('Authorization') ?? '').split(' ');
    if (scheme.toLowerCase() !== 'bearer' || key !== apiKey)
      throw new Refusal(401, 'The API key is missing or unknown.');
    const retryAfter = limit.take();
    if (retryAfter !== undefined) throw new Refusal(429, 'Too many requests in a minute.', { retryAfter });
    await next();
  };
}

/** The error body of the contract, for whatever was thrown. */
export const refuseWhole: ErrorHandler<ExchangeEnv> = (error, exchange) => {
  const refusal = error instanceof Refusal ? error : new Refusal(500, 'The sandbox itself failed.');
  for (const [name, value] of Object.entries(refusal.headers)) exchange.header(name, value);
  return jsonResponse(exchange, refusal.status, refusalBody(refusal, exchange.var.call.requestId));
};
