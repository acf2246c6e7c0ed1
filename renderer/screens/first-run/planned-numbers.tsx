import { Alert, List, Stack, Text, Title } from '@mantine/core';
import type { PlannedDestination, Preview, Status } from '../../../src/sync/agent-contract.ts';
import { useWords } from '../../words/words.ts';

const counted = ['create', 'update', 'archive', 'held', 'problem'] as const;

/** What a run would do, destination by destination, in sentences. */
export function PlannedNumbers({ preview, destinations }: { preview: Preview; destinations: Status['destinations'] }) {
  const { say, texts } = useWords();
  const { rehearsal } = texts.firstRun;
  const labels = new Map(Object.entries(destinations).map(([id, { label }]) => [id, label]));
  return (
    <Stack gap="lg" aria-live="polite">
      {Object.entries(preview.destinations).map(([id, planned]) => (
        <Planned key={id} label={labels.get(id) ?? id} planned={planned} />
      ))}
      {preview.problems.open > 0 ? <Text>{rehearsal.mendLater}</Text> : <Text>{rehearsal.allGood}</Text>}
      {preview.guard ? (
        <Alert color="orange" title={rehearsal.guard}>
          {say(preview.guard.what)}. {say(preview.guard.cause)}
        </Alert>
      ) : null}
    </Stack>
  );
}

function Planned({ label, planned }: { label: string; planned: PlannedDestination }) {
  const words = useWords();
  const { rehearsal } = words.texts.firstRun;
  const { takes, kinds, minutes, shareOfQuota } = planned;
  const says = { ...rehearsal, problem: rehearsal.mend };
  const lines = takes.flatMap((kind) =>
    counted.flatMap((what) => {
      const count = kinds[kind][what];
      return count === 0 ? [] : [says[what](words.number(count), rehearsal.kinds[kind])];
    }),
  );
  return (
    <section aria-label={label}>
      <Title order={4} size="h4" mb="xs">
        {label}
      </Title>
      <List>
        {lines.length === 0 ? <List.Item>{rehearsal.nothing}</List.Item> : null}
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      {lines.length > 0 ? (
        <Text c="dimmed" mt="xs">
          {minutes < 1 ? rehearsal.takesLittle : rehearsal.takes(words.span(minutes * 60_000))}{' '}
          {shareOfQuota === null ? '' : rehearsal.quota(`${words.number(Math.ceil(shareOfQuota))} %`)}
        </Text>
      ) : null}
    </section>
  );
}
