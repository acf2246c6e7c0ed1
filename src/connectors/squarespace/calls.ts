import type { z } from 'zod';
import type { HttpAnswer, HttpClient, HttpRequest, NoAnswer } from '../http/client.ts';
import { said } from '../http/outcome-table.ts';
import type { Pacing } from '../http/pacing.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { Credentials } from './credentials.ts';
import { hints, label, quietUntil, unknownSecretHint, wholeAnswer, type Auth } from './refusal.ts';
import { userAgent } from './user-agent.ts';

/** What calls are made with. */
export interface CallsParts {
  readonly client: HttpClient;
  readonly auth: Auth;
  readonly credentials: Credentials;
  /** One for all that is asked of a site. */
  readonly pacing: Pacing;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1, for jitter. */
  readonly random: () => number;
}

/** A reading, and what people call that which is read: "orders". */
export interface Question extends HttpRequest {
  readonly about: string;
}

/** The calls to one site. */
export interface Calls {
  /** What they are made with. */
  readonly auth: Auth;
  /** One try, in its turn, for whoever decides about the answer: after a 429 nobody has a turn for a minute. Never throws. */
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer | NoAnswer>;
  /**
   * Asks until there is an answer worth reading: a 200, or a refusal that another try would not change. What a site that
   * is busy, asks for quiet or does not answer is given is bounded. Throws a `TillbridgeError`: `unreachable` where it
   * gave none, `settings` for 401 and 402; and the signal's reason once that is aborted.
   */
  ask(question: Question, signal: AbortSignal): Promise<HttpAnswer>;
  /** What an answer says. Throws `settings` where the key may not ask, or nobody knows of the question, and `unreachable` for whatever else is not as agreed. */
  take<T>(question: Question, answer: HttpAnswer, schema: z.ZodType<T>): T;
  /** How many milliseconds the site's clock is ahead of ours, by its last answer; undefined before the first. */
  ahead(): number | undefined;
}

/** After how many tries in vain, and after how many rests, a site counts as out of reach. */
const mostTries = 4;
const mostRests = 3;

const again = 'Nothing is lost; it is tried again by itself.';
const elsewhere =
  'Check the address of Squarespace in the settings: something else answers there. If it is right, look for a newer version of Tillbridge.';

/** A trouble with a reading that another try may mend; undefined where the answer stands. */
function passing(answer: HttpAnswer | NoAnswer, now: number): string | undefined {
  if (!answer.answered) return answer.reason;
  const { status, body } = answer;
  const isGateway = body === undefined && (status === 200 || status === 403);
  return status >= 500 || [408, 425, 429].includes(status) || isGateway ? said(wholeAnswer(answer, now)) : undefined;
}

/** The calls to one site, after the reference page. */
export function createCalls({ client, auth, credentials, pacing, now, sleep, random }: CallsParts): Calls {
  let ahead: number | undefined;

  async function once(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer | NoAnswer> {
    const bearer = await credentials.bearer();
    const authorization = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
    const headers = { 'user-agent': userAgent, ...authorization, ...request.headers };
    try {
      const answer = await pacing.turn(() => client.request({ ...request, headers }, signal), signal);
      if (!answer.answered) return answer;
      const theirs = Date.parse(answer.headers.get('date') ?? '');
      if (!Number.isNaN(theirs)) ahead = theirs - now();
      if (answer.status === 429) pacing.pause(quietUntil(answer, now()));
      return answer;
    } catch (thrown) {
      if (!signal.aborted) throw thrown;
      return { answered: false, reason: 'we were told to stop', mayHaveArrived: false };
    }
  }

  async function send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer | NoAnswer> {
    const answer = await once(request, signal);
    const isWorthAnother = answer.answered && answer.status === 401 && (await credentials.renew(signal));
    return isWorthAnother ? await once(request, signal) : answer;
  }

  function trouble(reason: 'settings' | 'unreachable', about: string, what: { why: string; hint: string }) {
    return new TillbridgeError(reason, `reading ${about} from ${label}: ${what.why}`, { hint: what.hint });
  }

  async function ask(question: Question, signal: AbortSignal): Promise<HttpAnswer> {
    const { about, ...request } = question;
    let tries = 0;
    let rests = 0;
    for (;;) {
      const answer = await send(request, signal);
      signal.throwIfAborted();
      const why = passing(answer, now());
      if (why === undefined && answer.answered) {
        const { status } = answer;
        if (status !== 401 && status !== 402) return answer;
        throw trouble('settings', about, {
          why: said(wholeAnswer(answer, now())),
          hint: status === 401 ? unknownSecretHint[auth] : hints[402],
        });
      }
      if (answer.answered && answer.status === 429) rests += 1;
      else tries += 1;
      if (tries >= mostTries || rests >= mostRests) {
        throw trouble('unreachable', about, { why: why ?? 'no answer', hint: again });
      }
      // The rest after a 429 is kept by the pacing, for everybody.
      if (tries > 0) await sleep(1000 * 4 ** (tries - 1) * (0.5 + random()), signal);
    }
  }

  return {
    auth,
    send,
    ask,
    take({ about }, answer, schema) {
      const why = said(wholeAnswer(answer, now()));
      if (answer.status === 403) throw trouble('settings', about, { why, hint: hints[403] });
      const parsed = answer.status === 200 ? schema.safeParse(answer.body) : undefined;
      if (parsed?.success) return parsed.data;
      if ((answer.status >= 300 && answer.status < 400) || answer.status === 404 || answer.status === 405) {
        throw trouble('settings', about, { why, hint: elsewhere });
      }
      throw trouble('unreachable', about, { why: `${why}, but not as agreed`, hint: again });
    },
    ahead: () => ahead,
  };
}
