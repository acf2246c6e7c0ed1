import { Stack } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useHost } from '../../api/host-state.tsx';
import { Asked } from '../../parts/asked.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useWords } from '../../words/words.ts';
import { ProblemCard } from './card/problem-card.tsx';
import { Causes } from './causes.tsx';
import { CauseHead } from './cause-head.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { CountLine } from './count-line.tsx';
import { NothingHere } from './nothing-here.tsx';
import { ProblemList } from './problem-list.tsx';
import styles from './problems.module.css';
import { Toolbar } from './toolbar.tsx';
import { useBeside } from './use-beside.ts';
import { useChosen } from './use-chosen.ts';
import { useCursor } from './use-cursor.ts';
import { useListKeys } from './use-list-keys.ts';
import { useProblemPages, type InSight } from './use-problem-pages.ts';
import { useWishes } from './use-wishes.ts';
import { questionOf } from './wishes.ts';

/** What staff must mend: the list, its causes, and the card of one. */
export function Problems() {
  const { texts } = useWords();
  const { status } = useHost().state;
  const atHand = useWishes();
  const { wishes, open, hrefOf, show } = atHand;
  const question = questionOf(wishes);
  const [inSight, setInSight] = useState<InSight>({ from: 0, to: 0 });
  const { first, pages } = useProblemPages(question, inSight);
  const chosen = useChosen(JSON.stringify(question));
  const cursor = useCursor(pages, atHand);
  const { index: current, visit } = cursor;
  const isBeside = useBeside();
  const atCursor = current === -1 ? undefined : pages.at(current);
  useListKeys({
    j: () => cursor.move(1),
    k: () => cursor.move(-1),
    x: () => (atCursor ? chosen.toggle(atCursor.id) : undefined),
    Escape: () => (open === null ? chosen.none() : cursor.close()),
  });
  const onOpen = useCallback(
    (id: number, index: number) => {
      visit(index);
      show(id);
    },
    [visit, show],
  );
  const leave = useCallback(() => show(null, { replace: true }), [show]);
  const isList = wishes.view === 'list';
  return (
    <div className={styles['beside']}>
      <PageTitle title={texts.screens.problems} toMend={status?.toMend ?? 0} />
      <div className={styles['main']} inert={open !== null && !isBeside}>
        <Stack gap="sm">
          <Toolbar atHand={atHand} />
          {isList ? (
            <>
              <CauseHead wishes={wishes} />
              <Asked query={first}>
                {() => (
                  <>
                    <CountLine total={pages.total} question={question} chosen={chosen} />
                    {pages.total === 0 ? (
                      <NothingHere atHand={atHand} />
                    ) : (
                      <ProblemList
                        ref={cursor.list}
                        pages={pages}
                        current={current}
                        chosen={chosen.ids}
                        isOneCause={
                          wishes.rule !== undefined && wishes.field !== undefined && wishes.kind !== undefined
                        }
                        hrefOf={hrefOf}
                        onChoose={chosen.toggle}
                        onOpen={onOpen}
                        onSight={setInSight}
                      />
                    )}
                  </>
                )}
              </Asked>
              <ChosenBar chosen={chosen} />
            </>
          ) : (
            <Causes atHand={atHand} />
          )}
        </Stack>
      </div>
      {open === null ? null : (
        <ProblemCard
          key={open}
          id={open}
          isBeside={isBeside}
          onClose={cursor.close}
          onMove={cursor.move}
          onLeave={leave}
        />
      )}
    </div>
  );
}
