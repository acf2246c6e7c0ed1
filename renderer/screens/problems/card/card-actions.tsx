import { Button, Group, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { Problem } from '../../../../src/validation/problem.ts';
import { useWords } from '../../../words/words.ts';
import { AssignButton } from '../assign-button.tsx';
import { DismissButton } from '../dismiss-button.tsx';
import { useListKeys } from '../use-list-keys.ts';
import { useProblemCommand } from '../use-problem-command.ts';

/** What may be done about one problem, and what the till answered when it was asked again. */
export function CardActions({
  problem: { id, state },
  cannotRecheck,
  onClose,
}: {
  problem: Problem;
  cannotRecheck: string | null;
  onClose: () => void;
}) {
  const { say, texts: all } = useWords();
  const { problems: texts } = all;
  const recheck = useProblemCommand((api, wanted: number) => api.problems.recheck({ id: wanted }));
  const reopen = useProblemCommand((api, wanted: number) => api.problems.reopen({ id: wanted }));
  const mayRecheck = state === 'open' && cannotRecheck === null;
  useListKeys({ r: () => (mayRecheck && !recheck.isPending ? recheck.mutate(id) : undefined) });
  const said = recheck.isPending ? texts.card.rechecking : state === 'open' ? recheck.data?.says : undefined;
  return (
    <Stack gap="xs">
      <Group gap={6}>
        {mayRecheck ? (
          <Button
            leftSection={<IconRefresh size={18} aria-hidden />}
            px="sm"
            loading={recheck.isPending}
            onClick={() => recheck.mutate(id)}
          >
            {texts.card.recheck}
          </Button>
        ) : null}
        {state === 'open' ? (
          <>
            <AssignButton ids={[id]} />
            <DismissButton ids={[id]} onDone={onClose} />
          </>
        ) : null}
        {state === 'dismissed' ? (
          <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate(id)}>
            {texts.reopen}
          </Button>
        ) : null}
      </Group>
      {state === 'open' && cannotRecheck !== null ? <Text size="sm">{say(cannotRecheck)}</Text> : null}
      <Text role="status" fw={600} size="sm">
        {said === undefined ? null : say(said)}
      </Text>
    </Stack>
  );
}
