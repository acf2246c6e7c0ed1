import { Stack, Text, Title } from '@mantine/core';
import type { RecordKind } from '../../../src/model/record.ts';
import { useHost } from '../../api/host-state.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useWords } from '../../words/words.ts';
import { wordFor } from './form/field-words.ts';
import { columnsOf } from './till/select-text.ts';
import type { Profile, ProfileKind } from './till/profile.ts';

/** The kinds of row that a record is made of. */
const rowsOf: Readonly<Record<RecordKind, readonly ProfileKind[]>> = {
  customer: ['customer'],
  product: ['product'],
  sale: ['sale', 'saleLine', 'payment'],
  stock: [],
  price: [],
};

/** What leaves the shop, and for whom: every destination that is in use, with the fields that the till is read for. */
export function PrivacyTable({ profile }: { profile: Profile | null }) {
  const { privacy, mapping } = useWords().texts.settings;
  const { status } = useHost().state;
  const destinations = Object.entries(status?.destinations ?? {});
  const fieldsOf = (kind: RecordKind): string => {
    const fields = rowsOf[kind].flatMap((row) => columnsOf(profile?.[row]?.select ?? '').map(({ field }) => field));
    const names = [...new Set(fields)].map((field) => wordFor(mapping.fields, field) ?? field);
    return rowsOf[kind].length === 0 ? privacy.onlyNumbers : names.join(', ');
  };
  return (
    <Stack gap="sm">
      <Title order={4} size="h4">
        {privacy.title}
      </Title>
      {destinations.length === 0 ? <Text>{privacy.nobody}</Text> : null}
      {destinations.length > 0 ? (
        <DataTable
          label={privacy.title}
          columns={[
            { title: privacy.to, isShort: true },
            { title: privacy.what, isShort: true },
            { title: privacy.fields },
          ]}
          rows={destinations.flatMap(([id, { label, takes }]) =>
            takes.map((kind) => ({ key: `${id} ${kind}`, cells: [label, privacy.kinds[kind], fieldsOf(kind)] })),
          )}
        />
      ) : null}
      <Text size="sm">{privacy.never}</Text>
    </Stack>
  );
}
