import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './data-table.module.css';

/** A column of a table. Figures stand at its right; short texts are not broken into lines. */
export interface DataColumn {
  readonly title: string;
  readonly isNumber?: boolean;
  readonly isShort?: boolean;
}

/** A row of a table: a cell for each column, in their order. The first names the row. */
export interface DataRow {
  readonly key: string | number;
  readonly cells: readonly ReactNode[];
}

/**
 * A table that reads as one at a desk, and row by row on a telephone. `label` names it for whoever cannot see it. The
 * roles are said, because a browser forgets them once rows are laid out otherwise.
 */
export function DataTable({
  label,
  columns,
  rows,
}: {
  label: string;
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
}) {
  return (
    <Table className={styles.table} verticalSpacing="xs" role="table" aria-label={label}>
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          {columns.map(({ title, ...look }) => (
            <Table.Th key={title} role="columnheader" className={classOf(look)}>
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {rows.map(({ key, cells }) => (
          <Table.Tr key={key} role="row">
            {columns.map(({ title, ...look }, place) => (
              <Table.Td
                key={title}
                role={place === 0 ? 'rowheader' : 'cell'}
                data-title={title}
                className={classOf(look)}
                data-nothing={(look.isNumber && cells[place] === '0') || undefined}
              >
                {cells[place]}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function classOf({ isNumber, isShort }: Omit<DataColumn, 'title'>): string | undefined {
  if (isNumber) return styles.number;
  return isShort ? styles.short : undefined;
}
