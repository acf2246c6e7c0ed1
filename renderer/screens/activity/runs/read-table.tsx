import { Title } from '@mantine/core';
import type { ReadCount, RunReport } from '../../../../src/sync/agent-contract.ts';
import type { FeedKind } from '../../../../src/model/record.ts';
import { DataTable } from '../../../parts/data-table.tsx';
import { useWords } from '../../../words/words.ts';
import { useDestinationLabel } from '../use-destination-label.ts';

/** What reading every source found, kind by kind. */
export function ReadTable({ report: { read, shopFronts } }: { report: Pick<RunReport, 'read' | 'shopFronts'> }) {
  const words = useWords();
  const { activity, today } = words.texts;
  const { run: texts } = activity;
  const labelOf = useDestinationLabel();
  const sources: readonly (readonly [string, Readonly<Partial<Record<FeedKind, ReadCount>>>])[] = [
    [activity.till, read],
    ...Object.entries(shopFronts).map(([id, counts]) => [labelOf(id), counts] as const),
  ];
  const rows = sources.flatMap(([source, counts]) =>
    (Object.entries(counts) as [FeedKind, ReadCount][]).map(([kind, count]) => ({ source, kind, count })),
  );
  return (
    <section>
      <Title order={4} size="h5" mb="xs">
        {texts.readTitle}
      </Title>
      <DataTable
        label={texts.readTitle}
        columns={[
          { title: texts.kind },
          { title: texts.source },
          ...[texts.rows, texts.new, texts.changed, texts.vanished, texts.unchanged].map((title) => ({
            title,
            isNumber: true,
          })),
        ]}
        rows={rows.map(({ source, kind, count }) => ({
          key: `${source} ${kind}`,
          cells: [
            today.kinds[kind],
            source,
            ...[count.rows, count.new, count.changed, count.vanished, count.unchanged].map(words.number),
          ],
        }))}
      />
    </section>
  );
}
