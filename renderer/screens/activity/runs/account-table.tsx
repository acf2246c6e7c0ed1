import { Text, Title } from '@mantine/core';
import type { AccountCount } from '../../../../src/sync/agent-contract.ts';
import type { RecordKind } from '../../../../src/model/record.ts';
import { useHost } from '../../../api/host-state.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { useWords } from '../../../words/words.ts';
import { useDestinationLabel } from '../use-destination-label.ts';
import { missingIn } from './run-sums.ts';

/** Where every row stands with one destination: in one column each, and the sum is checked before one's eyes. */
export function AccountTable({
  destination,
  counts,
}: {
  destination: string;
  counts: Readonly<Record<RecordKind, AccountCount>>;
}) {
  const words = useWords();
  const { activity, today } = words.texts;
  const { run: texts } = activity;
  // Of kinds that it never takes there is nothing to tell.
  const takes = new Map(Object.entries(useHost().state.status?.destinations ?? {})).get(destination)?.takes;
  const title = texts.accountTitle(useDestinationLabel()(destination));
  const columns = [
    [texts.rows, 'rows'],
    [texts.unchanged, 'unchanged'],
    [texts.sent, 'sent'],
    [texts.waiting, 'waiting'],
    [texts.problem, 'problem'],
    [texts.excluded, 'excluded'],
    [texts.joined, 'joined'],
  ] as const;
  const rows = (Object.entries(counts) as [RecordKind, AccountCount][]).filter(
    ([kind, { rows: all }]) => all > 0 && (takes?.includes(kind) ?? true),
  );
  if (rows.length === 0) return null;
  return (
    <section>
      <Title order={4} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {texts.accountSays}
      </Text>
      <DataTable
        label={title}
        columns={[
          { title: texts.kind },
          ...columns.map(([heading]) => ({ title: heading, isNumber: true })),
          { title: texts.adds },
        ]}
        rows={rows.map(([kind, count]) => ({
          key: kind,
          cells: [
            today.kinds[kind],
            ...columns.map(([, name]) => words.number(count[name])),
            missingIn(count) === 0 ? texts.addsUp : texts.doesNot(words.number(missingIn(count))),
          ],
        }))}
      />
    </section>
  );
}
