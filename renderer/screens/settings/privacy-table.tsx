import { Stack, Table, Text, Title } from '@mantine/core';
import type { RecordKind } from '../../../src/model/record.ts';
import { useHost } from '../../api/host-state.tsx';
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
        <Table.ScrollContainer minWidth={480}>
          <Table verticalSpacing="sm" layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="20%">{privacy.to}</Table.Th>
                <Table.Th w="20%">{privacy.what}</Table.Th>
                <Table.Th>{privacy.fields}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {destinations.flatMap(([id, { label, takes }]) =>
                takes.map((kind) => (
                  <Table.Tr key={`${id} ${kind}`} style={{ verticalAlign: 'top' }}>
                    <Table.Td>{label}</Table.Td>
                    <Table.Td>{privacy.kinds[kind]}</Table.Td>
                    <Table.Td>
                      <Text size="sm">{fieldsOf(kind)}</Text>
                    </Table.Td>
                  </Table.Tr>
                )),
              )}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
      <Text size="sm">{privacy.never}</Text>
    </Stack>
  );
}
