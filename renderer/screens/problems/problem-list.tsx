import { useElementSize } from '@mantine/hooks';
import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from 'react';
import { useAsked } from '../../api/use-asked.ts';
import { useNow } from '../../parts/use-now.ts';
import { useWords } from '../../words/words.ts';
import { ListHead } from './list-head.tsx';
import { ProblemRow, rowHeights } from './problem-row.tsx';
import styles from './problems.module.css';
import { pageNumberOf, type InSight, type ProblemPages } from './use-problem-pages.ts';
import { useSamePlace } from './use-same-place.ts';

/** From this width on, in pixels, a problem has room on one line. */
const wideFrom = 900;

/** Room for the frame's head above, and for the bar of what was chosen below. */
const edges = { scrollPaddingStart: 72, scrollPaddingEnd: 80 };

/** How the keys move about in the list. */
export interface ListHandle {
  /** Brings a row into sight, and the keyboard to it where that is wished. */
  goTo(index: number, focus: boolean): void;
}

/** The problems, however many: only those in sight are on the page. */
export function ProblemList({
  pages,
  current,
  chosen,
  isOneCause,
  hrefOf,
  onChoose,
  onOpen,
  onSight,
  ref,
}: {
  pages: ProblemPages;
  /** The row whose card is open, or where the keys stand; -1 for none. */
  current: number;
  chosen: ReadonlySet<number>;
  /** What is wrong was said above the list, for all of it. */
  isOneCause: boolean;
  hrefOf: (id: number) => string;
  onChoose: (id: number) => void;
  onOpen: (id: number, index: number) => void;
  onSight: (inSight: InSight) => void;
  ref: Ref<ListHandle>;
}) {
  const { texts } = useWords();
  const now = useNow();
  const { data: assignees = [] } = useAsked(['problems', 'assignees'], (api, signal) =>
    api.problems.assignees(undefined, { signal }),
  );
  const hasAssignees = assignees.length > 0;
  const { ref: measured, width } = useElementSize();
  const isWide = width >= wideFrom;
  const rowHeight = isWide ? rowHeights.wide : rowHeights.narrow;
  const rows = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const virtual = useWindowVirtualizer<HTMLDivElement>({
    count: pages.total,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: top,
    // The row that the keyboard stands on stays on the page: with it the keyboard would get lost.
    rangeExtractor: (range) => withRow(current, range),
    useFlushSync: false,
    ...edges,
  });
  // What stands above the list may grow and shrink at any time.
  useLayoutEffect(() => {
    const place = (rows.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    if (Math.abs(place - top) >= 1) setTop(place);
  });
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight]);
  const items = virtual.getVirtualItems();
  const { startIndex: first, endIndex: last } = virtual.range ?? { startIndex: 0, endIndex: 0 };
  const [from, to] = [pageNumberOf(first), pageNumberOf(last)];
  useEffect(() => onSight({ from, to }), [onSight, from, to]);
  useSamePlace({ pages, top, rowHeight, current });

  const toFocus = useRef(-1);
  useImperativeHandle(ref, () => ({
    goTo(index, focus) {
      if (focus) toFocus.current = index;
      virtual.scrollToIndex(index, { align: 'auto' });
    },
  }));
  useEffect(() => {
    if (toFocus.current === -1) return;
    const row = rows.current?.querySelector<HTMLElement>(`[data-index="${toFocus.current}"] a`);
    if (!row) return;
    toFocus.current = -1;
    row.focus({ preventScroll: true });
  });

  const stop = Math.min(Math.max(current, first), last);
  return (
    <div
      ref={measured}
      data-one-cause={isOneCause || undefined}
      data-assignees={hasAssignees || undefined}
      role="table"
      aria-label={texts.problems.list}
      aria-rowcount={pages.total + 1}
    >
      <ListHead isShown={isWide} hasAssignees={hasAssignees} />
      <div ref={rows} role="rowgroup" className={styles['rows']} style={{ height: pages.total * rowHeight }}>
        {items.map(({ index }) => {
          const problem = pages.at(index);
          return (
            <ProblemRow
              key={index}
              problem={problem}
              index={index}
              start={index * rowHeight}
              isWide={isWide}
              isCurrent={index === current}
              isStop={index === stop}
              hasAssignees={hasAssignees}
              isChosen={problem !== undefined && chosen.has(problem.id)}
              href={problem ? hrefOf(problem.id) : ''}
              now={now}
              onChoose={onChoose}
              onOpen={onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

function withRow(row: number, range: Range): number[] {
  const inSight = defaultRangeExtractor(range);
  return row < 0 || row >= range.count || inSight.includes(row) ? inSight : [...inSight, row];
}
