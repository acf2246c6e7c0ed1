import { Button, Group, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { StockLine } from '../../../../src/sync/stock/stock-view.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useRefresh } from '../../../api/use-refresh.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useWords } from '../../../words/words.ts';

/** Says which article of the till one of the website is, where their numbers do not. */
export function AliasDialog({ line: { variant, name }, onClose }: { line: StockLine; onClose: () => void }) {
  const { stock: texts } = useWords().texts.activity;
  const [article, setArticle] = useState('');
  const refresh = useRefresh();
  const say = useCommand((api) => api.stock.say({ article: article.trim(), variant }));
  return (
    <Dialog onClose={onClose} title={texts.whichTitle(name)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          say.mutate(undefined, {
            onSuccess() {
              notifications.show({ message: texts.said, color: 'teal' });
              refresh();
              onClose();
            },
          });
        }}
      >
        <Stack>
          <TextInput
            label={texts.whichField}
            description={texts.whichHint}
            value={article}
            onChange={({ currentTarget }) => setArticle(currentTarget.value)}
            maxLength={500}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button type="submit" disabled={article.trim() === ''} loading={say.isPending}>
              {texts.whichYes}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
