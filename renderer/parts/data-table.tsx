import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './data-table.module.css';

/** A column of a table; figures stand at its right. */
export interface DataColumn {
  readonly title: string;
  readonly isNumber?: boolean;
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
          {columns.map(({ title, isNumber }) => (
            <Table.Th key={title} role="columnheader" className={isNumber ? styles.number : undefined}>
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {rows.map(({ key, cells }) => (
          <Table.Tr key={key} role="row">
            {columns.map(({ title, isNumber }, place) => (
              <Table.Td
                key={title}
                role={place === 0 ? 'rowheader' : 'cell'}
                data-title={title}
                className={isNumber ? styles.number : undefined}
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
