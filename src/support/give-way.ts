/** Lets others have a turn between two transactions. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Turns for several who work side by side: between any two of them everybody else has a turn too. */
export function createTurns(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => (last = last.then(giveWay));
}

/** Does work step by step; others have a turn after each of its steps. */
export async function withTurns<T>(work: Iterator<undefined, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await giveWay();
  }
}
