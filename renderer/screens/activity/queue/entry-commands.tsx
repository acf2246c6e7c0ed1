import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { QueueEntry } from '../../../../src/sync/agent-contract.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useRefresh } from '../../../api/use-refresh.ts';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { useWords } from '../../../words/words.ts';
import { useDestinationLabel } from '../use-destination-label.ts';

/** What the owner may do about entries: try again what was given up, or let them be. */
export function EntryCommands({
  entries,
  chosen,
  onDone,
}: {
  entries: readonly QueueEntry[];
  chosen: readonly QueueEntry[];
  onDone: () => void;
}) {
  const words = useWords();
  const { queue: texts } = words.texts.activity;
  const labelOf = useDestinationLabel();
  const refresh = useRefresh();
  const retry = useCommand((api, ids: number[] | 'all') => api.queue.retry({ ids }));
  const discard = useCommand((api, ids: number[]) => api.queue.discard({ ids }));
  const parked = chosen.filter(({ state }) => state === 'parked').map(({ id }) => id);
  const count = words.number(chosen.length);
  const said = (says: (count: string) => string) => ({
    onSuccess(done: number) {
      notifications.show({ message: says(words.number(done)), color: 'teal' });
      onDone();
      refresh();
    },
  });
  return (
    <Group gap="sm">
      {chosen.length === 0 && entries.some(({ state }) => state === 'parked') ? (
        <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate('all', said(texts.retried))}>
          {texts.retryAll}
        </Button>
      ) : null}
      {parked.length > 0 ? (
        <Button loading={retry.isPending} onClick={() => retry.mutate(parked, said(texts.retried))}>
          {texts.retry(words.number(parked.length))}
        </Button>
      ) : null}
      {chosen.length > 0 ? (
        <ConfirmButton
          variant="default"
          label={texts.discard(count)}
          title={texts.discardTitle(count)}
          body={texts.discardBody(
            count,
            [...new Set(chosen.map(({ destination }) => labelOf(destination)))].join(', '),
          )}
          yes={texts.discardYes(count)}
          onYes={() =>
            discard.mutate(
              chosen.map(({ id }) => id),
              said(texts.discarded),
            )
          }
        />
      ) : null}
    </Group>
  );
}
