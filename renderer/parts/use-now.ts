import { useEffect, useState } from 'react';

/** The time in epoch milliseconds, moved on every half minute: ages on a screen that nobody touches stay true. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(tick);
  }, []);
  return now;
}
