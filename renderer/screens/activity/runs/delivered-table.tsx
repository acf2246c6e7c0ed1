import { Text, Title } from '@mantine/core';
import type { DeliveredCount } from '../../../../src/sync/agent-contract.ts';
import type { RecordKind } from '../../../../src/model/record.ts';
import { DataTable } from '../../../parts/data-table.tsx';
import { useWords } from '../../../words/words.ts';
import { useDestinationLabel } from '../use-destination-label.ts';

/** What became of the records of one run at one destination; kinds of which there were none are left out. */
export function DeliveredTable({
  destination,
  counts,
}: {
  destination: string;
  counts: Readonly<Record<RecordKind, DeliveredCount>>;
}) {
  const words = useWords();
  const { activity, today } = words.texts;
  const { run: texts } = activity;
  const title = texts.deliveredTitle(useDestinationLabel()(destination));
  const columns = [
    [texts.created, 'created'],
    [texts.updated, 'updated'],
    [texts.archived, 'archived'],
    [texts.asItWas, 'unchanged'],
    [texts.refused, 'refused'],
    [texts.waiting, 'waiting'],
    [texts.parked, 'parked'],
  ] as const;
  const rows = (Object.entries(counts) as [RecordKind, DeliveredCount][]).filter(([, count]) =>
    Object.values(count).some((each) => each > 0),
  );
  return (
    <section>
      <Title order={4} size="h5" mb="xs">
        {title}
      </Title>
      {rows.length === 0 ? (
        <Text size="sm">{texts.nothing}</Text>
      ) : (
        <DataTable
          label={title}
          columns={[{ title: texts.kind }, ...columns.map(([heading]) => ({ title: heading, isNumber: true }))]}
          rows={rows.map(([kind, count]) => ({
            key: kind,
            cells: [today.kinds[kind], ...columns.map(([, name]) => words.number(count[name]))],
          }))}
        />
      )}
    </section>
  );
}
