import { Button, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useAsked } from '../../../api/use-asked.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useRefresh } from '../../../api/use-refresh.ts';
import { DataTable } from '../../../parts/data-table.tsx';
import { useWords } from '../../../words/words.ts';

/** What was said of which article is which, to be taken back. Nothing is shown where nothing was said. */
export function Aliases() {
  const { aliases: texts } = useWords().texts.activity.stock;
  const { data = [] } = useAsked(['aliases'], (api, signal) => api.stock.aliases(undefined, { signal }));
  const refresh = useRefresh();
  const undo = useCommand((api, variant: string) => api.stock.unsay({ variant }));
  if (data.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {texts.title}
      </Title>
      <DataTable
        label={texts.title}
        columns={[{ title: texts.website }, { title: texts.till }, { title: texts.does }]}
        rows={data.map(({ variant, article }) => ({
          key: variant,
          cells: [
            variant,
            article,
            <Button
              key="undo"
              size="compact-sm"
              variant="default"
              aria-label={`${texts.undo}: ${variant}`}
              onClick={() =>
                undo.mutate(variant, {
                  onSuccess() {
                    notifications.show({ message: texts.undone, color: 'teal' });
                    refresh();
                  },
                })
              }
            >
              {texts.undo}
            </Button>,
          ],
        }))}
      />
    </section>
  );
}
