import { Text } from '@mantine/core';
import type { Problem } from '../../../src/validation/problem.ts';
import { MarkedValue } from '../../parts/marked-value.tsx';
import { useWords } from '../../words/words.ts';

/** A value as it stands, and what it would become where that can be said. */
export function Becomes({ problem: { value, suggestion } }: { problem: Pick<Problem, 'value' | 'suggestion'> }) {
  const { becomes } = useWords().texts.problems;
  return (
    <>
      <MarkedValue parts={[{ text: value ?? '', faulty: false }]} />
      {suggestion ? (
        <>
          <span aria-label={becomes} role="img">
            {' → '}
          </span>
          <Text span inherit fw={600} ff="monospace">
            {suggestion.value}
          </Text>
          {suggestion.certain ? '' : '?'}
        </>
      ) : null}
    </>
  );
}
