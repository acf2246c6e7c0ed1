import { Button, Group, Paper, Progress as Bar, Stack, Text } from '@mantine/core';
import type { Status } from '../../../src/sync/agent-contract.ts';
import type { Underway } from '../../../src/sync/host/host-contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMe } from '../../api/use-me.ts';
import { useWords } from '../../words/words.ts';
import { lineOf } from './progress-line.ts';

/** What is under way, a line a stage, and how to end it. */
export function RunUnderWay({ underway, destinations }: { underway: Underway; destinations: Status['destinations'] }) {
  const words = useWords();
  const { today } = words.texts;
  const { isOwner } = useMe();
  const cancel = useCommand((api) => api.runs.cancel());
  return (
    <Paper withBorder p="md" component="section" aria-label={today.syncing}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600}>
            {underway.what === 'sync' ? today.syncing : today.rehearsing}{' '}
            <Text span c="dimmed" size="sm">
              {today.since(words.time(underway.since))}
            </Text>
          </Text>
          {isOwner ? (
            <Button variant="default" size="sm" disabled={underway.ending} onClick={() => cancel.mutate(undefined)}>
              {underway.ending ? today.ending : today.endRun}
            </Button>
          ) : null}
        </Group>
        {underway.progress.map((progress) => {
          const { key, title, detail, share } = lineOf(progress, words, destinations);
          return (
            <div key={key}>
              <Group justify="space-between" gap="xs">
                <Text size="sm">{title}</Text>
                <Text size="sm" c="dimmed">
                  {detail}
                </Text>
              </Group>
              <Bar value={share === null ? 100 : share * 100} animated={share === null} aria-label={title} mt={4} />
            </div>
          );
        })}
      </Stack>
    </Paper>
  );
}
