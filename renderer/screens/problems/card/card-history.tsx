import { List, Text } from '@mantine/core';
import type { ProblemEvent } from '../../../../src/validation/problem.ts';
import { Moment } from '../../../parts/moment.tsx';
import { useWords } from '../../../words/words.ts';
import { CardPart } from './card-part.tsx';

/** What became of a problem so far, oldest first. */
export function CardHistory({ history }: { history: readonly ProblemEvent[] }) {
  const { card: texts } = useWords().texts.problems;
  if (history.length === 0) return null;
  return (
    <CardPart title={texts.history}>
      <List size="sm" listStyleType="none" spacing={2}>
        {history.map(({ at, what, detail }, index) => (
          <List.Item key={index}>
            <Text span inherit c="dimmed">
              <Moment at={at} as="time" />
            </Text>{' '}
            · {texts.events[what]}
            {detail === null || detail === '' ? null : (
              <Text span inherit style={{ overflowWrap: 'anywhere' }}>
                : {detail}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </CardPart>
  );
}
