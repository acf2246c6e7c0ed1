import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState, type SubmitEvent } from 'react';
import { useWords } from '../../words/words.ts';
import { useProblemCommand } from './use-problem-command.ts';

/** Takes problems off the list until their value changes. It asks why: somebody will want to know. */
export function DismissButton({ ids, onDone }: { ids: readonly number[]; onDone?: () => void }) {
  const words = useWords();
  const { dismiss: texts } = words.texts.problems;
  const [isAsking, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" px="sm" onClick={open}>
        {texts.button}
      </Button>
      <Modal
        opened={isAsking}
        onClose={close}
        title={ids.length === 1 ? texts.titleOne : texts.title(words.number(ids.length))}
      >
        <DismissForm ids={ids} onCancel={close} onDone={() => (close(), onDone?.())} />
      </Modal>
    </>
  );
}

function DismissForm({ ids, onCancel, onDone }: { ids: readonly number[]; onCancel: () => void; onDone: () => void }) {
  const words = useWords();
  const { dismiss: texts } = words.texts.problems;
  const [reason, setReason] = useState('');
  const dismiss = useProblemCommand((api, because: string) => api.problems.dismiss({ ids: [...ids], reason: because }));
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (reason.trim() === '') return;
    dismiss.mutate(reason.trim(), {
      onSuccess(count) {
        notifications.show({ message: texts.done(words.number(count)) });
        onDone();
      },
    });
  }
  return (
    <form onSubmit={submit}>
      <Stack>
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
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {words.texts.cancel}
          </Button>
          <Button type="submit" loading={dismiss.isPending} disabled={reason.trim() === ''}>
            {texts.yes}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
