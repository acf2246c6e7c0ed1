import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { QueueEntry } from '../../../../src/sync/agent-contract.ts';
import { DataTable } from '../../../parts/data-table.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { titleShown } from '../../../words/title-shown.ts';
import { useWords } from '../../../words/words.ts';
import { useDestinationLabel } from '../use-destination-label.ts';
import { EntryCommands } from './entry-commands.tsx';

/** Entries to choose from, each with why it is here and what happens next. */
export function EntryTable({ entries }: { entries: readonly QueueEntry[] }) {
  const words = useWords();
  const { queue: texts, tabs } = words.texts.activity;
  const labelOf = useDestinationLabel();
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  // What was sent meanwhile is no longer here, and no longer chosen.
  const chosen = entries.filter(({ id }) => picked.has(id));
  const toggle = (id: number) =>
    setPicked((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
  return (
    <Stack>
      <EntryCommands entries={entries} chosen={chosen} onDone={() => setPicked(new Set())} />
      <Checkbox
        label={chosen.length > 0 ? texts.chosen(words.number(chosen.length)) : texts.chooseAll}
        checked={chosen.length === entries.length}
        indeterminate={chosen.length > 0 && chosen.length < entries.length}
        onChange={() => setPicked(new Set(chosen.length === entries.length ? [] : entries.map(({ id }) => id)))}
      />
      <DataTable
        label={tabs.queue}
        columns={[
          { title: texts.record },
          { title: texts.destination, isShort: true },
          { title: texts.does },
          { title: texts.why },
          { title: texts.since, isShort: true },
        ]}
        rows={entries.map((entry) => ({
          key: entry.id,
          cells: [
            <Checkbox
              key="record"
              checked={picked.has(entry.id)}
              onChange={() => toggle(entry.id)}
              label={titleShown(entry.title, words)}
              description={`${words.texts.activity.kind[entry.kind]} ${entry.key}`}
              styles={{ label: { overflowWrap: 'anywhere' } }}
              ta="start"
            />,
            labelOf(entry.destination),
            texts.operations[entry.operation],
            <Why key="why" entry={entry} />,
            <Moment key="since" at={entry.queuedAt} />,
          ],
        }))}
      />
    </Stack>
  );
}

function Why({ entry: { state, reason, attempts, nextTryAt } }: { entry: QueueEntry }) {
  const words = useWords();
  const { queue: texts } = words.texts.activity;
  return (
    <div>
      <Text size="sm">
        {texts.states[state]}
        {attempts > 0 ? `, ${texts.tried(words.number(attempts))}` : ''}
      </Text>
      <Text size="sm" c="dimmed">
        {reason === null ? texts.noReason : words.sentence(reason)}
      </Text>
      {nextTryAt === null ? null : (
        <Text size="sm" c="dimmed">
          {texts.nextTry}: <Moment at={nextTryAt} as="time" />
        </Text>
      )}
    </div>
  );
}
