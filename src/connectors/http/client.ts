import { readBounded } from './read-bounded.ts';

/** One request. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Appended to the base URL: `/contacts/import`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Besides those of every request, or instead of them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body?: string;
  /** How many records it is about, for whoever looks at the calls later. */
  readonly records?: number;
}

/** The far side answered, whatever it said. */
export interface HttpAnswer {
  readonly answered: true;
  readonly status: number;
  readonly headers: Headers;
  /** By which the far side's people find the request; null where it gave none. */
  readonly requestId: string | null;
  /** The parsed body; undefined where it was no JSON, was cut short, or was larger than we read. */
  readonly body: unknown;
}

/** There was no answer. */
export interface NoAnswer {
  readonly answered: false;
  /** Why, in words without a secret or anybody's data. */
  readonly reason: string;
  /** False only where the request surely never left. */
  readonly mayHaveArrived: boolean;
}

/** A request that was made, and what came of it. It holds whatever the far side said: whoever keeps it, masks it first. */
export interface HttpCall {
  readonly request: HttpRequest;
  readonly answer: HttpAnswer | NoAnswer;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly milliseconds: number;
}

/** Hears of every call, once it is over. Never throws. */
export type OnCall = (call: HttpCall) => void;

/** What a client is made from. */
export interface HttpClientParts {
  readonly fetch: typeof fetch;
  readonly baseUrl: string;
  /** Sent as `Authorization: Bearer …`; never repeated anywhere else. */
  readonly secret: string | undefined;
  /** How long a far side may take for one answer, in milliseconds. */
  readonly timeout: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly onCall?: OnCall | undefined;
}

/** Speaks JSON with one far side. Never throws for what a line or a far side may do. */
export interface HttpClient {
  request(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer | NoAnswer>;
}

/** No answer of any far side that we know is as large as this; whatever is larger is not read to its end. */
const largestAnswer = 16 * 1024 * 1024;

/** Codes by which the machine says that no connection came about, in words. */
const neverLeft: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  ENETUNREACH: 'there is no way to it from here',
  EHOSTUNREACH: 'there is no way to it from here',
  ENETDOWN: 'the network is down',
  ECONNABORTED: 'the connection did not come about',
  UND_ERR_CONNECT_TIMEOUT: 'the connection did not come about in time',
  CERT_HAS_EXPIRED: 'its certificate has expired (is the date of this computer right?)',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet (is the date of this computer right?)',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is its own',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not known',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not known',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/** The code of the innermost error; a connection tried on several addresses has one error for each. */
function codeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const inner = codeOf(thrown.cause) ?? (thrown instanceof AggregateError ? codeOf(thrown.errors[0]) : undefined);
  return inner ?? ('code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined);
}

function noAnswer(thrown: unknown, signal: AbortSignal): NoAnswer {
  if (signal.aborted) return { answered: false, reason: 'we were told to stop', mayHaveArrived: true };
  const code = codeOf(thrown);
  const words = code === undefined ? undefined : neverLeft[code];
  if (words !== undefined) return { answered: false, reason: words, mayHaveArrived: false };
  if (thrown instanceof Error && thrown.name === 'TimeoutError') {
    return { answered: false, reason: 'it did not answer in time', mayHaveArrived: true };
  }
  return { answered: false, reason: `the connection was lost${code ? ` (${code})` : ''}`, mayHaveArrived: true };
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A client for one far side. Throws only for a base URL that is none. */
export function createHttpClient(parts: HttpClientParts): HttpClient {
  const { fetch, baseUrl, secret, timeout, now, onCall } = parts;
  const base = baseUrl.replace(/\/+$/, '');

  function urlOf({ path, query }: HttpRequest): URL {
    const url = new URL(base + path);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    return url;
  }

  async function ask(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer | NoAnswer> {
    const both = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    const { method, headers, body } = request;
    try {
      const response = await fetch(urlOf(request), {
        method,
        headers: {
          accept: 'application/json',
          ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
        // Following one would hand records to an address that nobody has put into the settings.
        redirect: 'manual',
        signal: both,
      });
      return {
        answered: true,
        status: response.status,
        headers: response.headers,
        requestId: response.headers.get('x-request-id'),
        body: parsed(await readBounded(response, largestAnswer)),
      };
    } catch (thrown) {
      return noAnswer(thrown, signal);
    }
  }

  return {
    async request(request, signal) {
      const startedAt = now();
      const answer = await ask(request, signal);
      onCall?.({ request, answer, startedAt, milliseconds: Math.max(0, now() - startedAt) });
      return answer;
    },
  };
}
