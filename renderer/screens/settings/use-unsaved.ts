import { useEffect, useState } from 'react';

/** A way out that was barred, and how to go on with it all the same. */
export interface Barred {
  readonly asks: boolean;
  stay(): void;
  leave(): void;
}

/**
 * While something is unsaved, bars the ways to another address and asks; a tab that is closed is asked for by the browser
 * itself. Addresses that `staysAt` knows are part of the same screen.
 */
export function useUnsaved(isUnsaved: boolean, staysAt: (path: string) => boolean): Barred {
  const [wanted, setWanted] = useState<string | null>(null);
  const [goesTo, setGoesTo] = useState<string | null>(null);

  useEffect(() => {
    if (!isUnsaved || goesTo !== null) return undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    const closing = (event: BeforeUnloadEvent) => event.preventDefault();
    const going = (event: NavigateEvent) => {
      const { pathname, origin } = new URL(event.destination.url);
      if (origin !== window.location.origin || staysAt(pathname) || !event.cancelable) return;
      event.preventDefault();
      setWanted(pathname);
    };
    window.addEventListener('beforeunload', closing, { signal });
    // Older browsers know of no such thing; there only closing the tab asks.
    if ('navigation' in window) window.navigation.addEventListener('navigate', going, { signal });
    return () => leaving.abort();
  }, [isUnsaved, staysAt, goesTo]);

  // Gone to only when the bar above is lifted, which is in the next round.
  useEffect(() => {
    if (goesTo !== null) window.history.pushState(null, '', goesTo);
  }, [goesTo]);

  return {
    asks: wanted !== null && goesTo === null,
    stay: () => setWanted(null),
    leave: () => setGoesTo(wanted),
  };
}
