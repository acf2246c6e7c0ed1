import { Autocomplete, Button, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState, type SubmitEvent } from 'react';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../words/words.ts';
import { useProblemCommand } from './use-problem-command.ts';

/** Says who looks after some problems, or that nobody in particular does. */
export function AssignButton({ ids, onDone }: { ids: readonly number[]; onDone?: () => void }) {
  const words = useWords();
  const { assign: texts } = words.texts.problems;
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
        <AssignForm ids={ids} onCancel={close} onDone={() => (close(), onDone?.())} />
      </Modal>
    </>
  );
}

function AssignForm({ ids, onCancel, onDone }: { ids: readonly number[]; onCancel: () => void; onDone: () => void }) {
  const words = useWords();
  const { assign: texts } = words.texts.problems;
  const [name, setName] = useState('');
  const { data: known = [] } = useAsked(['problems', 'assignees'], (api, signal) =>
    api.problems.assignees(undefined, { signal }),
  );
  const assign = useProblemCommand((api, assignee: string | null) => api.problems.assign({ ids: [...ids], assignee }));
  function give(assignee: string | null): void {
    assign.mutate(assignee, {
      onSuccess(count) {
        const many = words.number(count);
        notifications.show({ message: assignee === null ? texts.undone(many) : texts.done(many, assignee) });
        onDone();
      },
    });
  }
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (name.trim() !== '') give(name.trim());
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Autocomplete
          label={texts.who}
          description={texts.hint}
          data={[...known]}
          value={name}
          onChange={setName}
          maxLength={100}
          required
          data-autofocus
        />
        <Group justify="space-between">
          <Button variant="subtle" onClick={() => give(null)}>
            {texts.nobody}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onCancel}>
              {words.texts.cancel}
            </Button>
            <Button type="submit" loading={assign.isPending} disabled={name.trim() === ''}>
              {texts.yes}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
