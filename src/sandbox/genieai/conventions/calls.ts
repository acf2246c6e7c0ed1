import { sleep } from '../../../support/clock.ts';
import type { Clock } from '../../../support/clock.ts';
import { spoilResults } from '../faults/spoil-results.ts';
import type { Store } from '../store/store.ts';
import type { KeptAnswer } from '../store/stored.ts';
import { cutConnection, jsonResponse } from './exchange.ts';
import type { Answer, Exchange } from './exchange.ts';
import { createIdempotency, printOf } from './idempotency.ts';
import { readBody } from './read-body.ts';
import { Refusal } from './refusal.ts';

/** What calls are made from. */
export interface CallParts {
  readonly store: Store;
  readonly now: Clock;
  readonly bytesPerRequest: number;
  /** Aborted when the server closes: nobody waits for a slow answer then. */
  readonly closing: AbortSignal;
}

type Handler = (exchange: Exchange) => Promise<Response>;
type Write = (body: unknown, exchange: Exchange) => Answer;

/** Turns what a call means into what answers it over HTTP. */
export interface Calls {
  read(answer: (exchange: Exchange) => Answer): Handler;
  /** `answer` gets the parsed body. All that it does to the store counts together with its answer, or not at all. */
  write(answer: Write): Handler;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Refusal(400, 'The body is not JSON.');
  }
}

/** Calls with the contract's conventions for bodies and repetitions, and with the faults that strike them. */
export function createCalls({ store, now, bytesPerRequest, closing }: CallParts): Calls {
  const idempotency = createIdempotency(store);

  async function delay({ var: { strike } }: Exchange, before: 'commit' | 'answer'): Promise<void> {
    if (strike.delay?.before === before) await sleep(strike.delay.milliseconds, closing);
  }

  async function respond(exchange: Exchange, { status, body }: { status: number; body: string }): Promise<Response> {
    await delay(exchange, 'answer');
    const { blow } = exchange.var.strike;
    return blow?.kind === 'cut' ? cutConnection(exchange) : jsonResponse(exchange, status, spoilResults(body, blow));
  }

  async function perform(
    exchange: Exchange,
    request: { key: string; print: string; work: () => Answer },
  ): Promise<KeptAnswer> {
    const { key, print, work } = request;
    try {
      await delay(exchange, 'commit');
      const { status, body } = work();
      const kept = { key, print, status, body: JSON.stringify(body), at: now() };
      store.commit(kept);
      return kept;
    } finally {
      idempotency.release(key);
    }
  }

  return {
    read: (answer) => async (exchange) => {
      await delay(exchange, 'commit');
      const { status, body } = answer(exchange);
      return respond(exchange, { status, body: JSON.stringify(body) });
    },

    write: (answer) => async (exchange) => {
      const { method, path } = exchange.req;
      const body = await readBody(exchange.env.incoming, bytesPerRequest);
      const key = exchange.req.header('Idempotency-Key') ?? '';
      const print = printOf({ method, path, body });
      const earlier = idempotency.claim(key, print);
      exchange.var.call.replayed = earlier !== undefined;
      return respond(
        exchange,
        earlier ?? (await perform(exchange, { key, print, work: () => answer(parse(body), exchange) })),
      );
    },
  };
}
