import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsked } from '../../../api/use-asked.ts';
import { useHost } from '../../../api/host-state.tsx';
import { Asked } from '../../../parts/asked.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { useWords } from '../../../words/words.ts';
import { EntryTable } from './entry-table.tsx';
import { kinds, states, useQueueFilter } from './use-queue-filter.ts';

/** So many more are shown each time somebody asks for more; and so many the engine gives at most. */
const aPage = 100;
const most = 1000;

/** What is on its way: the filter, the entries, and what the owner may do about them. */
export function Outbox() {
  const words = useWords();
  const { queue: texts } = words.texts.activity;
  const [filter, wish] = useQueueFilter();
  const [limit, setLimit] = useState(aPage);
  const { destination, ...rest } = filter;
  const query = useAsked(['queue', filter, limit], (api, signal) =>
    api.queue.list({ ...rest, ...(destination !== undefined && { destination }), limit }, { signal }),
  );
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Stack>
      <Filters filter={filter} wish={wish} />
      <Asked query={query}>
        {(entries) =>
          entries.length === 0 ? (
            <EmptyState Icon={IconMailCheck} title={isFiltered ? texts.noneSuch : texts.empty}>
              {isFiltered ? null : texts.emptyBody}
            </EmptyState>
          ) : (
            <>
              <EntryTable entries={entries} />
              {entries.length < limit ? null : (
                <Group>
                  <Text size="sm" c="dimmed">
                    {texts.first(words.number(entries.length))}
                  </Text>
                  {limit < most ? (
                    <Button variant="default" size="compact-md" onClick={() => setLimit(Math.min(most, limit + aPage))}>
                      {texts.more}
                    </Button>
                  ) : null}
                </Group>
              )}
            </>
          )
        }
      </Asked>
    </Stack>
  );
}

function Filters({
  filter,
  wish,
}: {
  filter: ReturnType<typeof useQueueFilter>[0];
  wish: ReturnType<typeof useQueueFilter>[1];
}) {
  const { queue: texts, kind } = useWords().texts.activity;
  const { status } = useHost().state;
  const destinations = Object.entries(status?.destinations ?? {}).map(([value, { label }]) => ({ value, label }));
  const asked = [
    { name: 'destination', label: texts.destination, data: destinations },
    { name: 'kind', label: texts.kind, data: kinds.map((value) => ({ value, label: kind[value] })) },
    { name: 'state', label: texts.state, data: states.map((value) => ({ value, label: texts.states[value] })) },
  ] as const;
  return (
    <Group gap="sm">
      {asked.map(({ name, label, data }) => (
        <Select
          key={name}
          label={label}
          placeholder={texts.all}
          data={data}
          value={filter[name] ?? null}
          onChange={(value) => wish(name, value)}
          clearable
          w={{ base: '100%', xs: 200 }}
        />
      ))}
    </Group>
  );
}
