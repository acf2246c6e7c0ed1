import { Button, Group, Paper, Progress as Bar, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Status } from '../../../src/sync/agent-contract.ts';
import type { Underway } from '../../../src/sync/host/host-contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMe } from '../../api/use-me.ts';
import { useWords } from '../../words/words.ts';
import type { ProgressLine } from './progress-line.ts';
import { progressLines, type DoneLine } from './progress-lines.ts';

/** What is under way, what of it is done already, and how to end it. */
export function RunUnderWay({ underway, destinations }: { underway: Underway; destinations: Status['destinations'] }) {
  const words = useWords();
  const { today } = words.texts;
  const { isOwner } = useMe();
  const { done, underWay } = progressLines(underway.progress, words, destinations);
  return (
    <Paper withBorder p="md" component="section" aria-label={today.underWay}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600}>
            {underway.what === 'sync' ? today.syncing : today.rehearsing}{' '}
            <Text span c="dimmed" size="sm">
              {today.since(words.time(underway.since))}
            </Text>
          </Text>
          {isOwner ? <End isEnding={underway.ending} /> : null}
        </Group>
        {done.map((line) => (
          <Done key={line.key} line={line} />
        ))}
        {underWay.map((line) => (
          <UnderWay key={line.key} line={line} />
        ))}
      </Stack>
    </Paper>
  );
}

function End({ isEnding }: { isEnding: boolean }) {
  const { today } = useWords().texts;
  const cancel = useCommand((api) => api.runs.cancel());
  return (
    <Button variant="default" size="sm" disabled={isEnding} onClick={() => cancel.mutate(undefined)}>
      {isEnding ? today.ending : today.endRun}
    </Button>
  );
}

function Done({ line: { title, detail } }: { line: DoneLine }) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" data-progress="done">
      <IconCheck size={16} aria-hidden style={{ flex: 'none', marginBlockStart: 2 }} />
      <Text size="sm">
        {title}{' '}
        <Text span size="sm" c="dimmed">
          {detail}
        </Text>
      </Text>
    </Group>
  );
}

function UnderWay({ line: { title, detail, share } }: { line: ProgressLine }) {
  return (
    <div data-progress="under-way">
      <Group justify="space-between" gap="xs">
        <Text>{title}</Text>
        <Text c="dimmed">{detail}</Text>
      </Group>
      <Bar.Root size="lg" mt={4}>
        <Bar.Section
          value={share === null ? 100 : share * 100}
          animated={share === null}
          aria-label={title}
          aria-valuetext={detail}
        />
      </Bar.Root>
    </div>
  );
}
