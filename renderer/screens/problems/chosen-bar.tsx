import { Button, Group, Text } from '@mantine/core';
import { useWords } from '../../words/words.ts';
import { AssignButton } from './assign-button.tsx';
import { DismissButton } from './dismiss-button.tsx';
import styles from './problems.module.css';
import type { Chosen } from './use-chosen.ts';

/** What to do with the problems that were chosen. */
export function ChosenBar({ chosen: { ids, none } }: { chosen: Chosen }) {
  const words = useWords();
  const { problems: texts } = words.texts;
  if (ids.size === 0) return null;
  const list = [...ids];
  return (
    <Group className={styles['chosen'] ?? ''} gap="xs" justify="space-between">
      <Text fw={600} size="sm" role="status">
        {texts.chosen(words.number(ids.size))}
      </Text>
      <Group gap="xs">
        <AssignButton ids={list} onDone={none} />
        <DismissButton ids={list} onDone={none} />
        <Button variant="subtle" onClick={none}>
          {texts.chooseNone}
        </Button>
      </Group>
    </Group>
  );
}
