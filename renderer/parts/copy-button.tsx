import { Button, CopyButton as Copier } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useWords } from '../words/words.ts';

/** Copies a text, and says so. `what` names it for whoever cannot see it. */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const { texts } = useWords();
  return (
    <Copier value={value} timeout={2000}>
      {({ copied, copy }) => (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          onClick={copy}
          aria-label={`${copied ? texts.copied : texts.copy}: ${what}`}
        >
          {copied ? texts.copied : texts.copy}
        </Button>
      )}
    </Copier>
  );
}
