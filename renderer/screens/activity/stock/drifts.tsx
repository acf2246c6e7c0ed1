import { Button, Group, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { DriftLine } from '../../../../src/sync/stock/stock-view.ts';
import { useAsked } from '../../../api/use-asked.ts';
import { Asked } from '../../../parts/asked.tsx';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useWords } from '../../../words/words.ts';
import { useMend } from './use-mend.ts';

/** Where the website has more or less than it was given and sold, with the likely cause, and how to mend it. */
export function Drifts() {
  const { drift: texts } = useWords().texts.activity.stock;
  const query = useAsked(['drift'], (api, signal) => api.stock.drift(undefined, { signal }));
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {texts.title}
      </Title>
      <Asked query={query}>
        {(drifts) =>
          drifts.length > 0 ? (
            <DriftTable drifts={drifts} />
          ) : (
            <Group gap="xs" wrap="nowrap">
              <IconCircleCheck size={18} aria-hidden />
              <Text>{texts.none}</Text>
            </Group>
          )
        }
      </Asked>
    </section>
  );
}

function DriftTable({ drifts }: { drifts: readonly DriftLine[] }) {
  const words = useWords();
  const { stock } = words.texts.activity;
  const { drift: texts } = stock;
  const mend = useMend();
  const count = words.number(drifts.length);
  return (
    <>
      <DataTable
        label={texts.title}
        columns={[
          { title: stock.article },
          { title: stock.number },
          { title: texts.difference, isShort: true },
          { title: texts.cause },
          { title: texts.seen, isShort: true },
          { title: texts.does },
        ]}
        rows={drifts.map(({ variant, sku, name, difference, cause, firstSeenAt }) => ({
          key: variant,
          cells: [
            name,
            sku,
            (difference < 0 ? texts.tooFew : texts.tooMany)(words.number(Math.abs(difference))),
            words.say(cause),
            <Moment key="seen" at={firstSeenAt} />,
            <Button
              key="mend"
              size="compact-sm"
              variant="default"
              aria-label={texts.mendOne(name)}
              loading={mend.isPending}
              onClick={() => mend.mutate([variant])}
            >
              {texts.mend}
            </Button>,
          ],
        }))}
      />
      {drifts.length > 1 ? (
        <ConfirmButton
          mt="sm"
          variant="default"
          label={texts.mendAll(count)}
          title={texts.allTitle(count)}
          body={texts.allBody}
          yes={texts.allYes(count)}
          onYes={() => mend.mutate('all')}
        />
      ) : null}
    </>
  );
}
