import { Stack, Text } from '@mantine/core';
import { IconWorldOff } from '@tabler/icons-react';
import { useHost } from '../../../api/host-state.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { useWords } from '../../../words/words.ts';
import { Aliases } from './aliases.tsx';
import { Drifts } from './drifts.tsx';
import { StockList } from './stock-list.tsx';

/** What the website shows of every article, how old that is, and what does not add up there. */
export function WebsiteStock() {
  const words = useWords();
  const { stock: texts } = words.texts.activity;
  const { status } = useHost().state;
  if (Object.keys(status?.shopFronts ?? {}).length === 0) {
    return (
      <EmptyState Icon={IconWorldOff} title={texts.none}>
        {texts.noneHint}
      </EmptyState>
    );
  }
  const age = status?.stock;
  return (
    <Stack gap="lg">
      {age ? (
        <div>
          <Text>{texts.fresh(words.number(age.fresh))}</Text>
          {age.older.map(({ why, articles }) => (
            <Text key={why}>{texts.lateness[why](words.number(articles))}</Text>
          ))}
        </div>
      ) : null}
      <Drifts />
      <StockList />
      <Aliases />
    </Stack>
  );
}
