import type { Cell } from './draft.ts';

/** A cell as SQL text, in either dialect. */
export function sqlLiteral(cell: Cell): string {
  if (cell === null) return 'NULL';
  return typeof cell === 'number' ? String(cell) : `'${cell.replaceAll("'", "''")}'`;
}
