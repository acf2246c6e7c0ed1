import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.ts';

/** What a dialog asks, and its two ends: out of it, or to do what its button says. */
export function DialogForm({
  yes,
  isReady,
  isPending,
  onYes,
  onCancel,
  aside,
  children,
}: {
  yes: string;
  /** Whether everything is said that must be. */
  isReady: boolean;
  isPending: boolean;
  onYes: () => void;
  onCancel: () => void;
  /** Another way to end it, apart from the two. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const { texts } = useWords();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onYes();
      }}
    >
      <Stack>
        {children}
        <Group justify={aside === undefined ? 'flex-end' : 'space-between'}>
          {aside}
          <Group gap="xs">
            <Button variant="default" onClick={onCancel}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={isPending} disabled={!isReady}>
              {yes}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
