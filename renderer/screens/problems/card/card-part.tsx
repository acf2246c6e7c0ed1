import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

/** One part of a card, with its title. */
export function CardPart({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={4} size="sm" c="dimmed" id={id} mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}
