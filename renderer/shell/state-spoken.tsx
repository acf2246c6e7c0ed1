import { VisuallyHidden } from '@mantine/core';
import type { StateName } from '../../src/sync/agent-contract.ts';
import { useWords } from '../words/words.ts';

/** What is read out when the state changes. While work goes on that is one word: its figures move five times a second, and stand on the screen for whoever asks for them. */
export function StateSpoken({ state, sentence }: { state: StateName; sentence: string }) {
  const { texts } = useWords();
  return (
    <VisuallyHidden role="status" data-spoken>
      {state === 'working' ? texts.states.working : sentence}
    </VisuallyHidden>
  );
}
