import { Text } from '@mantine/core';
import type { FeedKind } from '../../../src/model/record.ts';
import type { Status } from '../../../src/sync/agent-contract.ts';
import { Moment } from '../../parts/moment.tsx';
import { useWords } from '../../words/words.ts';
import { FactsRow, FactsSection } from './facts-section.tsx';
import { useStockAge } from './use-stock-age.ts';

/** What we hold of the till and of the website, and how fresh it is. */
export function Sources({ status }: { status: Status }) {
  const { sources } = useWords().texts.today;
  return (
    <FactsSection title={sources.title}>
      <Source label={sources.till} records={status.records} readAt={status.lastReadAt} />
      {Object.entries(status.shopFronts).map(([id, { label, records, lastReadAt }]) => (
        <Source key={id} label={label} records={records} readAt={lastReadAt} />
      ))}
      <OlderStock stock={status.stock} />
    </FactsSection>
  );
}

/** What of the website's stock is older than the rest, and why; nothing where nothing is. */
function OlderStock({ stock }: { stock: Status['stock'] }) {
  const { today } = useWords().texts;
  const age = useStockAge(stock);
  if (age === null || age.older.length === 0) return null;
  return (
    <FactsRow label={today.websiteStock}>
      {age.older.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </FactsRow>
  );
}

/** The kinds that people count; the parts of a sale are nothing to them. */
const counted: readonly FeedKind[] = ['customer', 'product', 'sale'];

function Source({
  label,
  records,
  readAt,
}: {
  label: string;
  records: Readonly<Partial<Record<FeedKind, number>>>;
  readAt: string | null;
}) {
  const words = useWords();
  const { sources, kinds } = words.texts.today;
  const told = counted.flatMap((kind) => {
    const count = records[kind];
    return count === undefined ? [] : [`${words.number(count)} ${kinds[kind]}`];
  });
  return (
    <FactsRow label={label}>
      <Text size="sm">{told.join(' · ')}</Text>
      <Text size="sm" c="dimmed">
        {readAt ? (
          <>
            {sources.read} <Moment at={readAt} />
          </>
        ) : (
          sources.notYet
        )}
      </Text>
    </FactsRow>
  );
}
