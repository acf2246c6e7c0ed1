/** One request and how it ended, without a word of what was in it. */
export interface Call {
  /** Epoch milliseconds at its start. */
  readonly at: number;
  /** Only errors tell it to the client. */
  readonly contextId: string;
  readonly method: string;
  /** Without the query: e-mail addresses stand in there. */
  readonly path: string;
  /** Null where the connection was cut. */
  readonly status: number | null;
  readonly subtype: string | null;
  readonly idempotencyKey: string | null;
  /** True where the answer is that of an earlier request. */
  readonly replayed: boolean;
}

const kept = 100_000;

/** The calls so far, in the order in which they ended; of very many, the later half. */
export function createCallLog(): { add(call: Call): void; all(): readonly Call[] } {
  let calls: Call[] = [];
  return {
    add(call) {
      calls.push(call);
      if (calls.length > 2 * kept) calls = calls.slice(-kept);
    },
    all: () => calls,
  };
}
