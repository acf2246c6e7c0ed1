import { Code, Stack, Text, Title } from '@mantine/core';
import type { Trail } from '../../../src/sync/trail-contract.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { titleShown } from '../../words/title-shown.ts';
import { useWords } from '../../words/words.ts';
import { whatItIs } from './what-it-is.ts';
import { Way } from './way.tsx';
import { WhoItIs } from './who-it-is.tsx';

/** One record: its way, who it is where it is a customer, and what is sent otherwise than it stands. */
export function TrailView({ trail }: { trail: Trail }) {
  const words = useWords();
  const { find } = words.texts;
  const title = titleShown(trail.title, words);
  return (
    <Stack gap="lg" component="article" aria-label={title}>
      <div>
        <Title order={3} size="h3" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        <Text c="dimmed">{whatItIs(trail, find)}</Text>
      </div>
      <Way trail={trail} />
      {trail.kind === 'customer' ? <WhoItIs trail={trail} /> : null}
      {trail.cleanings.length > 0 ? <Cleanings cleanings={trail.cleanings} /> : null}
    </Stack>
  );
}

function Cleanings({ cleanings }: Pick<Trail, 'cleanings'>) {
  const { find, standsEmpty } = useWords().texts;
  const { cleaned } = find;
  const shown = (value: string) => (value === '' ? standsEmpty : <Code>{value}</Code>);
  return (
    <section>
      <Title order={4} size="h5" mb="xs">
        {cleaned.title}
      </Title>
      <DataTable
        label={cleaned.title}
        columns={[{ title: cleaned.field }, { title: cleaned.before }, { title: cleaned.after }]}
        rows={cleanings.map(({ field, origin, before, after }) => ({
          key: field,
          cells: [origin === '' ? field : origin, shown(before), shown(after)],
        }))}
      />
    </section>
  );
}
