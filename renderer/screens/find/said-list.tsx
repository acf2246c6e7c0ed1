import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { SaidOfTwo } from '../../../src/sync/join/people-contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRefresh } from '../../api/use-refresh.ts';
import { Moment } from '../../parts/moment.tsx';
import { useWords } from '../../words/words.ts';

/** What the shop said about who is whom, to be taken back; of these customers alone where they are named. For the owner. */
export function SaidList({ about }: { about?: readonly string[] }) {
  const { said: texts } = useWords().texts.find;
  const { data = [] } = useAsked(['people-said'], (api, signal) => api.people.said(undefined, { signal }));
  const shown = data.filter(({ one, other }) => !about || about.includes(one) || about.includes(other));
  if (shown.length === 0) return null;
  return (
    <section>
      <Title order={4} size="h5" mb="xs">
        {texts.title}
      </Title>
      <Stack gap="sm">
        {shown.map((said) => (
          <Said key={`${said.one} ${said.other}`} said={said} />
        ))}
      </Stack>
    </section>
  );
}

function Said({ said: { one, other, called, are, because, at } }: { said: SaidOfTwo }) {
  const { said: texts } = useWords().texts.find;
  const refresh = useRefresh();
  const undo = useCommand((api) => api.people.undo({ one, other }));
  const says = texts[are](...called);
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Text style={{ overflowWrap: 'anywhere' }}>{says}</Text>
        <Text size="sm" c="dimmed">
          {texts.because(because)} · <Moment at={at} />
        </Text>
      </div>
      <Button
        variant="default"
        size="compact-md"
        loading={undo.isPending}
        aria-label={`${texts.undo}: ${says}`}
        onClick={() =>
          undo.mutate(undefined, {
            onSuccess() {
              notifications.show({ message: texts.undone, color: 'teal' });
              refresh();
            },
          })
        }
      >
        {texts.undo}
      </Button>
    </Group>
  );
}
