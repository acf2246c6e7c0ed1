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
