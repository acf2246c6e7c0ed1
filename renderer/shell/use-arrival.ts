import { useEffect, useRef } from 'react';

/**
 * Whoever goes to another screen begins at its top: the keyboard and what is read out go there too. A screen that has
 * taken the focus for something of its own keeps it.
 */
export function useArrival(screen: string): void {
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    const content = document.querySelector<HTMLElement>('#content');
    if (!content || content.contains(document.activeElement)) return;
    window.scrollTo({ top: 0 });
    content.focus({ preventScroll: true });
  }, [screen]);
}
