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
