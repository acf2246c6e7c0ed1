import { sleep } from '../../../support/clock.ts';
import type { BeforeNext } from '../faults/before-next.ts';
import { parseBody } from './body.ts';
import { cutConnection, jsonResponse } from './exchange.ts';
import type { Answer, Exchange } from './exchange.ts';
import { printOf } from './idempotency.ts';
import type { Idempotency } from './idempotency.ts';
import { demand } from './permissions.ts';
import type { Api } from './permissions.ts';
import { conflict } from './refusal.ts';

/** What calls are made from. */
export interface CallParts {
  readonly idempotency: Idempotency;
  readonly beforeNext: Pick<BeforeNext, 'happen'>;
  /** Aborted when the server closes: nobody waits for a slow answer then. */
  readonly closing: AbortSignal;
}

/** What a call asks of whoever makes it. */
export interface CallRule {
  /** Null where any credential will do. */
  readonly api: Api | null;
  readonly needs: 'read' | 'write';
  /** The media type of its body; without one, what is sent is not looked at. */
  readonly body?: 'application/json' | 'application/merge-patch+json';
  /** Must it have an Idempotency-Key? */
  readonly once?: true;
  /** Is it refused while another of the same path is running? */
  readonly alone?: true;
}

/** What a call does. All of it counts together with its answer, or, where it throws, nothing; whoever waits for others does so last. */
export type Work = (exchange: Exchange, body: unknown) => Answer | Promise<Answer>;

interface Told {
  readonly status: number;
  readonly body: string | null;
}

function told({ status, body }: Answer): Told {
  return { status, body: body === undefined ? null : JSON.stringify(body) };
}

/** Turns what a call means into what answers it over HTTP, with the conventions of every call and the faults that strike it. */
export function createCalls({ idempotency, beforeNext, closing }: CallParts) {
  const running = new Set<string>();

  async function delay({ var: { strike } }: Exchange, before: 'commit' | 'answer'): Promise<void> {
    if (strike.delay?.before === before) await sleep(strike.delay.milliseconds, closing);
  }

  async function perform(exchange: Exchange, work: () => ReturnType<Work>): Promise<Told> {
    await delay(exchange, 'commit');
    const { method, path } = exchange.req;
    beforeNext.happen({ method, path });
    return told(await work());
  }

  async function performAlone(exchange: Exchange, work: () => ReturnType<Work>): Promise<Told> {
    const { path } = exchange.req;
    if (running.has(path)) throw conflict('CONCURRENT_MODIFICATION', 'This is in progress already.');
    running.add(path);
    try {
      return await perform(exchange, work);
    } finally {
      running.delete(path);
    }
  }

  async function performOnce(exchange: Exchange, raw: Buffer, work: () => ReturnType<Work>): Promise<Told> {
    const { method, path } = exchange.req;
    const key = exchange.req.header('Idempotency-Key');
    const print = printOf({ method, path, body: raw });
    const earlier = idempotency.claim(key, print);
    exchange.var.call.replayed = earlier !== undefined;
    if (earlier || key === undefined) return earlier ?? perform(exchange, work);
    try {
      const answer = await perform(exchange, work);
      idempotency.keep(key, { ...answer, print });
      return answer;
    } finally {
      idempotency.release(key);
    }
  }

  async function respond(exchange: Exchange, { status, body }: Told): Promise<Response> {
    await delay(exchange, 'answer');
    const { blow } = exchange.var.strike;
    if (blow?.kind === 'cut') return cutConnection(exchange);
    const isCut = blow?.kind === 'truncate' && body !== null;
    return jsonResponse(exchange, status, isCut ? body.slice(0, Math.floor(body.length / 2)) : body);
  }

  return ({ api, needs, body: type, once, alone }: CallRule, work: Work) =>
    async (exchange: Exchange): Promise<Response> => {
      if (api !== null) demand(exchange.var.caller, api, needs);
      const raw = Buffer.from(await exchange.req.arrayBuffer());
      const act = () => work(exchange, type && parseBody(raw, exchange.req.header('Content-Type'), type));
      if (once) return respond(exchange, await performOnce(exchange, raw, act));
      return respond(exchange, await (alone ? performAlone : perform)(exchange, act));
    };
}
export type Calls = ReturnType<typeof createCalls>;
