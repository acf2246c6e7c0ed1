import { Title } from '@mantine/core';
import type { PersonField } from '../../../src/sync/join/people-contract.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { valueShown } from '../../words/value-shown.ts';
import { useWords } from '../../words/words.ts';

/** What is sent of a person, and which source each value comes from. */
export function SentFields({ fields }: { fields: readonly PersonField[] }) {
  const words = useWords();
  const { fields: texts } = words.texts.find;
  return (
    <section>
      <Title order={4} size="h5" mb="xs">
        {texts.title}
      </Title>
      <DataTable
        label={texts.title}
        columns={[{ title: texts.what }, { title: texts.says }, { title: texts.from }]}
        rows={fields.map(({ field, noun, value, origin, member }) => ({
          key: field,
          cells: [words.say(noun), valueShown(value, noun, words), member === null ? texts.reckoned : origin],
        }))}
      />
    </section>
  );
}
