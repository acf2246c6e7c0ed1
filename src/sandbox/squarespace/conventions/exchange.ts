import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { Strike } from '../faults/fault-script.ts';
import type { Call } from './call.ts';
import type { Caller } from './permissions.ts';

/** What belongs to one request on its way through the server. */
export interface ExchangeEnv {
  Bindings: HttpBindings;
  Variables: {
    call: { -readonly [K in keyof Call]: Call[K] };
    strike: Strike;
    caller: Caller;
  };
}
export type Exchange = Context<ExchangeEnv>;

/** What a call answers; without a body, nothing follows the headers. */
export interface Answer {
  readonly status: 200 | 201 | 202 | 204;
  readonly body?: unknown;
}

/** A body that is JSON already, as a response. */
export function jsonResponse(exchange: Exchange, status: number, body: string | null): Response {
  exchange.status(status as Parameters<Exchange['status']>[0]);
  if (body === null) return exchange.body(null);
  exchange.header('Content-Type', 'application/json');
  return exchange.body(body);
}

/** Breaks the connection of a request without an answer. */
export function cutConnection(exchange: Exchange): Response {
  exchange.var.call.status = null;
  exchange.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
