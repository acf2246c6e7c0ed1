import { List, Stack } from '@mantine/core';
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
        <List>
          <List.Item>{texts.fresh(words.number(age.fresh))}</List.Item>
          {age.older.map(({ why, articles }) => (
            <List.Item key={why}>{texts.lateness[why](words.number(articles))}</List.Item>
          ))}
        </List>
      ) : null}
      <Drifts />
      <StockList />
      <Aliases />
    </Stack>
  );
}
