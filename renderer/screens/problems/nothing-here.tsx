import { Button, Stack } from '@mantine/core';
import { IconChecks, IconFilterOff, IconListSearch } from '@tabler/icons-react';
import { useHost } from '../../api/host-state.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useWords } from '../../words/words.ts';
import { filtersSet } from './wishes.ts';
import type { WishesAtHand } from './use-wishes.ts';

/** Nothing on the list: because all is well, because nothing was read yet, or because the filters leave nothing. */
export function NothingHere({ atHand: { wishes, clear } }: { atHand: WishesAtHand }) {
  const words = useWords();
  const { empty: texts, filters } = words.texts.problems;
  const { status } = useHost().state;
  const { state, search } = wishes;
  const isNarrowed = search !== undefined || filtersSet(wishes) > (state === 'open' ? 0 : 1);
  if (isNarrowed || state !== 'open') {
    return (
      <EmptyState Icon={IconFilterOff} title={isNarrowed || state === 'open' ? texts.filtered : texts[state]}>
        <Button variant="light" onClick={clear}>
          {filters.none}
        </Button>
      </EmptyState>
    );
  }
  if (!status?.lastReadAt) return <EmptyState Icon={IconListSearch} title={texts.unread} />;
  const { customer, sale } = status.records;
  return (
    <EmptyState Icon={IconChecks} title={texts.title}>
      <Stack>{texts.body(words.number(customer), words.number(sale))}</Stack>
    </EmptyState>
  );
}
