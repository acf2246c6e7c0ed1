import { Box, Button, Group, Text, Title } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DataTable, type DataColumn, type DataRow } from '../../../parts/data-table.tsx';
import { useWords } from '../../../words/words.ts';

/** What stands around a plot: the finding as its title, the unit of its axis, and the figures behind it as a table. */
export function Figure({
  title,
  unit,
  plot,
  columns,
  rows,
}: {
  title: string;
  unit: string;
  /** Null where there is nothing to draw; the title says so. */
  plot: ReactNode;
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
}) {
  const { plots } = useWords().texts.activity;
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <Box component="figure" m={0} aria-labelledby={id}>
      <Title order={3} size="h4" id={id}>
        {title}
      </Title>
      {plot === null ? null : (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {unit}
          </Text>
          {/* The drawing is one picture with its finding for a name; whoever cannot see it reads the table. */}
          <div role="img" aria-label={`${title} (${unit})`}>
            {plot}
          </div>
          <Group mt="xs">
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconTable size={14} aria-hidden />}
              aria-expanded={isOpen}
              onClick={toggle}
            >
              {isOpen ? plots.hideTable : plots.showTable}
            </Button>
          </Group>
          {isOpen ? <DataTable label={title} columns={columns} rows={rows} /> : null}
        </>
      )}
    </Box>
  );
}
