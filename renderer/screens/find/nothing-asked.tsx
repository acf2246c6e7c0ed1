import { Stack, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useAsked } from '../../api/use-asked.ts';
import { useMe } from '../../api/use-me.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useWords } from '../../words/words.ts';
import { SaidList } from './said-list.tsx';

/** Before anything was asked: what can be found here, and what was said about who is whom. */
export function NothingAsked() {
  const words = useWords();
  const { empty } = words.texts.find;
  const { isOwner } = useMe();
  const { data: counts } = useAsked(['people-counts'], (api, signal) => api.people.counts(undefined, { signal }));
  return (
    <Stack>
      <EmptyState Icon={IconSearch} title={empty.title}>
        {empty.body}
        {counts && counts.joined > 0 ? (
          <Text mt="sm">{empty.counts(words.number(counts.joined), words.number(counts.both))}</Text>
        ) : null}
      </EmptyState>
      {isOwner ? <SaidList /> : null}
    </Stack>
  );
}
