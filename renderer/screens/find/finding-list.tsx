import { Group, Text, UnstyledButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { Trail } from '../../../src/sync/trail-contract.ts';
import { titleShown } from '../../words/title-shown.ts';
import { useWords } from '../../words/words.ts';
import { whatItIs } from './what-it-is.ts';
import styles from './finding-list.module.css';
import { findingMark } from './first-finding.ts';
import { idOf } from './id-of.ts';
import { StandMark } from './stand-mark.tsx';
import { standOf } from './stand-of.ts';

/** Everything that was found, to choose from: by hand, or with Up and Down. */
export function FindingList({
  trails,
  chosen,
  onChoose,
}: {
  trails: readonly Trail[];
  chosen: Trail;
  onChoose: (trail: Trail) => void;
}) {
  const words = useWords();
  const { find } = words.texts;
  return (
    <ul className={styles.list} onKeyDown={goAlong}>
      {trails.map((trail) => (
        <li key={idOf(trail)}>
          <UnstyledButton
            className={styles.finding}
            aria-current={idOf(trail) === idOf(chosen) ? 'true' : undefined}
            onClick={() => onChoose(trail)}
            onFocus={() => onChoose(trail)}
            {...{ [findingMark]: '' }}
          >
            <Group gap="sm" wrap="nowrap">
              <StandMark state={standOf(trail)} />
              <div style={{ minWidth: 0 }}>
                <Text truncate>{titleShown(trail.title, words)}</Text>
                <Text size="sm" c="dimmed" lh={1.3}>
                  {whatItIs(trail, find)}
                </Text>
              </div>
            </Group>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

/** Up and Down go from one to the next; Up from the first goes back to the box. */
function goAlong(event: KeyboardEvent<HTMLUListElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(`[${findingMark}]`)];
  const next = all.findIndex((each) => each === document.activeElement) + step;
  const box = document.querySelector<HTMLElement>('[data-search]');
  (next < 0 ? box : all[next])?.focus();
}
