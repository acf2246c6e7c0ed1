import { Autocomplete, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useAsked } from '../../api/use-asked.ts';
import { DialogForm } from '../../parts/dialog-form.tsx';
import { useWords } from '../../words/words.ts';
import { AskAbout, type AboutProblems } from './ask-about.tsx';
import { useProblemCommand } from './use-problem-command.ts';

/** Says who looks after some problems, or that nobody in particular does. */
export function AssignButton({ ids, onDone }: { ids: readonly number[]; onDone?: () => void }) {
  const { assign } = useWords().texts.problems;
  return <AskAbout ids={ids} texts={assign} Form={AssignForm} onDone={onDone} />;
}

function AssignForm({ ids, onCancel, onDone }: AboutProblems) {
  const words = useWords();
  const { assign: texts } = words.texts.problems;
  const [name, setName] = useState('');
  const { data: known = [] } = useAsked(['problems', 'assignees'], (api, signal) =>
    api.problems.assignees(undefined, { signal }),
  );
  // A list with nothing in it counts as open all the same, and would take the Escape that is meant for the dialog.
  const hasNames = known.some((each) => each.toLowerCase().includes(name.trim().toLowerCase()));
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
  return (
    <DialogForm
      yes={texts.yes}
      isReady={name.trim() !== ''}
      isPending={assign.isPending}
      onYes={() => give(name.trim())}
      onCancel={onCancel}
      aside={
        <Button variant="subtle" onClick={() => give(null)}>
          {texts.nobody}
        </Button>
      }
    >
      <Autocomplete
        label={texts.who}
        description={texts.hint}
        data={[...known]}
        value={name}
        onChange={setName}
        maxLength={100}
        {...(hasNames ? {} : { dropdownOpened: false })}
        required
        data-autofocus
      />
    </DialogForm>
  );
}
