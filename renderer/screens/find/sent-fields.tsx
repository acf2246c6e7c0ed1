import { Title } from '@mantine/core';
import type { PersonField } from '../../../src/sync/join/people-contract.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { useWords, type Words } from '../../words/words.ts';

const moment = /^\d{4}-\d\d-\d\dT/;

/** A person's value as people write it: moments in the shop's own time. */
export function valueShown(value: string, words: Words): string {
  return moment.test(value) ? words.time(value) : value;
}

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
          cells: [words.say(noun), valueShown(value, words), member === null ? texts.reckoned : origin],
        }))}
      />
    </section>
  );
}
