import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { Strike } from '../faults/fault-script.ts';
import type { Call } from './call.ts';

/** What belongs to one request on its way through the server. */
export interface ExchangeEnv {
  Bindings: HttpBindings;
  Variables: {
    call: { -readonly [K in keyof Call]: Call[K] };
    strike: Strike;
  };
}
export type Exchange = Context<ExchangeEnv>;

/** What a call answers. */
export interface Answer {
  readonly status: 200 | 207;
  readonly body: unknown;
}

/** A body that is JSON already, as a response. */
export function jsonResponse(exchange: Exchange, status: number, body: string): Response {
  exchange.header('Content-Type', 'application/json; charset=UTF-8');
  exchange.status(status as Parameters<Exchange['status']>[0]);
  return exchange.body(body);
}

/** Breaks the connection of a request without an answer. */
export function cutConnection(exchange: Exchange): Response {
  exchange.var.call.status = null;
  exchange.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
