import { Table, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

/** A part of the screen that lists what is known of several things. */
export function FactsSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={3} size="h4" id={id} mb="xs">
        {title}
      </Title>
      <Table verticalSpacing="sm">
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </section>
  );
}

/** One of them, and what is known of it. */
export function FactsRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" w={{ base: '7rem', sm: '9.5rem' }} style={{ verticalAlign: 'top' }}>
        {label}
      </Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}
