/** Words that reach everybody who listens, the newest of them, and never too many. */
export interface Watchers<T> {
  /** Something changed: everybody hears of it, at once where the last word is old enough. */
  tell(): void;
  /** The newest word at once, then whenever it changes, until the signal is aborted. */
  watch(signal: AbortSignal): AsyncIterable<T>;
  /** How many are listening. */
  count(): number;
  /** Ends them all. */
  close(): void;
}

/** What watchers are made from. */
export interface WatchersParts<T> {
  /** The word as it is now. */
  readonly word: () => T;
  /** The shortest time between two words to the same listener, in milliseconds. */
  readonly pace: number;
  /** Milliseconds of a clock that never goes back. */
  readonly ticks: () => number;
  /** Hears when the first begins to listen, and when the last has gone. */
  readonly onCount?: (count: number) => void;
}

/** Fans a changing word out to whoever listens. A listener that stops reading is owed one word, never a queue of them. */
export function createWatchers<T>({ word, pace, ticks, onCount = () => undefined }: WatchersParts<T>): Watchers<T> {
  const listeners = new Set<Listener<T>>();

  function leave(listener: Listener<T>): void {
    if (!listeners.delete(listener)) return;
    listener.end();
    onCount(listeners.size);
  }

  return {
    tell() {
      for (const listener of listeners) listener.owe();
    },
    watch: (signal) => ({
      [Symbol.asyncIterator]() {
        const listener = createListener({ word, pace, ticks });
        const gone = () => leave(listener);
        if (signal.aborted) listener.end();
        else {
          signal.addEventListener('abort', gone, { once: true });
          listeners.add(listener);
          onCount(listeners.size);
        }
        return {
          next: () => listener.next(),
          return() {
            signal.removeEventListener('abort', gone);
            gone();
            return Promise.resolve({ done: true, value: undefined });
          },
        };
      },
    }),
    count: () => listeners.size,
    close() {
      for (const listener of listeners) leave(listener);
    },
  };
}

interface Listener<T> {
  owe(): void;
  next(): Promise<IteratorResult<T, undefined>>;
  end(): void;
}

function createListener<T>({ word, pace, ticks }: WatchersParts<T>): Listener<T> {
  let isOwed = true;
  let hasEnded = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let asking: ((answer: IteratorResult<T, undefined>) => void) | undefined;

  function pay(): void {
    if (!asking || !isOwed || timer) return;
    const wait = toldAt + pace - ticks();
    if (wait > 0) {
      timer = setTimeout(() => {
        timer = undefined;
        pay();
      }, wait);
      return;
    }
    const answer = asking;
    asking = undefined;
    isOwed = false;
    toldAt = ticks();
    answer({ done: false, value: word() });
  }

  return {
    owe() {
      isOwed = true;
      pay();
    },
    next() {
      if (hasEnded) return Promise.resolve({ done: true, value: undefined });
      return new Promise((resolve) => {
        asking = resolve;
        pay();
      });
    },
    end() {
      hasEnded = true;
      clearTimeout(timer);
      asking?.({ done: true, value: undefined });
      asking = undefined;
    },
  };
}
