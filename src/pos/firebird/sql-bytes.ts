import type { CharacterSet } from './character-set.ts';

const parts = /'(?:[^']|'')*'|"(?:[^"]|"")*"|[^'"]+|['"]/g;

/**
 * SQL as it has to travel on a connection without a character set, byte by byte: names of tables and columns in UTF-8,
 * as Firebird keeps them, and everything else as the till keeps its text.
 */
export function sqlBytes(sql: string, text: CharacterSet): string {
  return sql.replace(parts, (part) =>
    part.startsWith('"') ? Buffer.from(part, 'utf8').toString('latin1') : text.encode(part),
  );
}
