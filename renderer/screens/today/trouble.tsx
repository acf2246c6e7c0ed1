import { Alert } from '@mantine/core';
import type { HostState } from '../../../src/sync/host/host-contract.ts';
import { useWords } from '../../words/words.ts';

/** Why nothing works, and what to do. */
export function Trouble({ trouble }: { trouble: NonNullable<HostState['trouble']> }) {
  const { say } = useWords();
  return (
    <Alert color="red" title={say(trouble.what)} role="alert">
      {say(trouble.hint)}
    </Alert>
  );
}
