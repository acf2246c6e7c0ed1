/** The calls to a stand-in so far. */
export interface CallLog<Call> {
  add(call: Call): void;
  all(): readonly Call[];
}

const kept = 100_000;

/** The calls so far, in the order in which they ended; of very many, the later half. */
export function createCallLog<Call>(): CallLog<Call> {
  let calls: Call[] = [];
  return {
    add(call) {
      calls.push(call);
      if (calls.length > 2 * kept) calls = calls.slice(-kept);
    },
    all: () => calls,
  };
}
