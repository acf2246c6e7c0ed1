/** One request and how it ended, without a word of what was in it. */
export interface Call {
  /** Epoch milliseconds at its start. */
  readonly at: number;
  readonly requestId: string;
  readonly method: string;
  /** Without the query: e-mail addresses stand in there. */
  readonly path: string;
  /** Null where the connection was cut. */
  readonly status: number | null;
  /** How many records were sent, or asked for. */
  readonly records: number;
  readonly idempotencyKey: string | null;
  /** True where the answer is that of an earlier request. */
  readonly replayed: boolean;
}
