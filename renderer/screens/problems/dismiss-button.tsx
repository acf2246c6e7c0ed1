import { Button, Group, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { DialogForm } from '../../parts/dialog-form.tsx';
import { useWords } from '../../words/words.ts';
import { AskAbout, type AboutProblems } from './ask-about.tsx';
import { useProblemCommand } from './use-problem-command.ts';

/** Takes problems off the list until their value changes. It asks why: somebody will want to know. */
export function DismissButton({ ids, onDone }: { ids: readonly number[]; onDone?: () => void }) {
  const { dismiss } = useWords().texts.problems;
  return <AskAbout ids={ids} texts={dismiss} Form={DismissForm} onDone={onDone} />;
}

function DismissForm({ ids, onCancel, onDone }: AboutProblems) {
  const words = useWords();
  const { dismiss: texts } = words.texts.problems;
  const [reason, setReason] = useState('');
  const dismiss = useProblemCommand((api, because: string) => api.problems.dismiss({ ids: [...ids], reason: because }));
  function dismissAll(): void {
    dismiss.mutate(reason.trim(), {
      onSuccess(count) {
        notifications.show({ message: texts.done(words.number(count)) });
        onDone();
      },
    });
  }
  return (
    <DialogForm
      yes={texts.yes}
      isReady={reason.trim() !== ''}
      isPending={dismiss.isPending}
      onYes={dismissAll}
      onCancel={onCancel}
    >
      <Text size="sm">{texts.body}</Text>
      <Textarea
        label={texts.reason}
        description={texts.hint}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
        required
        data-autofocus
      />
      <Group gap="xs">
        {texts.usual.map((usual) => (
          <Button key={usual} size="compact-sm" variant="light" onClick={() => setReason(usual)}>
            {usual}
          </Button>
        ))}
      </Group>
    </DialogForm>
  );
}
