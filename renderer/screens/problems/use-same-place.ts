import { useLayoutEffect, useRef } from 'react';
import type { ProblemPages } from './use-problem-pages.ts';

/** As high as the frame's head, in pixels, beneath which rows are out of sight. */
const covered = 56;

/**
 * Keeps what somebody is looking at where it is while rows come and go above it. Another list begins at its top.
 */
export function useSamePlace({ pages, top, rowHeight }: { pages: ProblemPages; top: number; rowHeight: number }): void {
  const looked = useRef<{ readonly name: string; readonly id: number; readonly index: number } | null>(null);
  useLayoutEffect(() => {
    const before = looked.current;
    const isScrolled = window.scrollY + covered > top;
    if (before && isScrolled) {
      if (before.name !== pages.name)
        window.scrollTo(0, Math.max(0, Math.min(window.scrollY, top - covered - rowHeight)));
      else {
        const index = pages.indexOf(before.id);
        if (index !== -1 && index !== before.index) window.scrollBy(0, (index - before.index) * rowHeight);
      }
    }
    const index = Math.max(0, Math.floor((window.scrollY + covered - top) / rowHeight));
    const problem = pages.at(index);
    looked.current = problem ? { name: pages.name, id: problem.id, index } : null;
  });
}
