/** One column of a SELECT: the field that it feeds, and what it computes. */
export interface SelectColumn {
  readonly field: string;
  readonly expression: string;
  /** Where its text begins and ends in the SELECT. */
  readonly from: number;
  readonly to: number;
}

const tokens = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|[(),]|\b(?:select|from)\b/gi;
const aliased = /^([\s\S]+?)\s+as\s+("(?:[^"]|"")*"|[\p{L}_$][\p{L}\d_$]*)$/iu;

/** The columns of a SELECT that name their field with AS; what is beyond that is left to whoever wrote it. */
export function columnsOf(select: string): readonly SelectColumn[] {
  return listOf(select).flatMap(({ from, to }) => {
    const text = select.slice(from, to);
    const lead = text.length - text.trimStart().length;
    const [, expression, alias] = aliased.exec(text.trim()) ?? [];
    if (expression === undefined || alias === undefined) return [];
    return [{ field: alias.replaceAll('"', ''), expression, from: from + lead, to: from + lead + text.trim().length }];
  });
}

/** The SELECT with another column behind a field; a field that it does not have yet is put at the end of its list. */
export function withColumn(select: string, field: string, expression: string): string {
  const column = `${expression} AS "${field}"`;
  const known = columnsOf(select).find((each) => each.field === field);
  if (known) return select.slice(0, known.from) + column + select.slice(known.to);
  const last = listOf(select).at(-1);
  if (!last) return select;
  const end = last.from + select.slice(last.from, last.to).trimEnd().length;
  return `${select.slice(0, end)},\n  ${column}${select.slice(end)}`;
}

/** The SELECT without a field. */
export function withoutColumn(select: string, field: string): string {
  const parts = listOf(select);
  const index = columnsOf(select).findIndex((each) => each.field === field);
  const known = columnsOf(select)[index];
  if (!known || parts.length < 2) return select;
  const place = parts.findIndex(({ from, to }) => from <= known.from && known.to <= to);
  const part = parts[place];
  if (!part) return select;
  // The comma goes with it: the one behind it, or, at the end of the list, the one before.
  return place < parts.length - 1
    ? select.slice(0, known.from) + select.slice(part.to + 1).trimStart()
    : `${select.slice(0, part.from - 1).trimEnd()}\n${select.slice(part.to).trimStart()}`;
}

/** The table that a SELECT reads first, and the alias under which its columns go; null where its text is beyond us. */
export function tableOf(select: string): { readonly table: string; readonly alias: string } | null {
  const end = listOf(select).at(-1)?.to;
  if (end === undefined) return null;
  const name = '"(?:[^"]|"")*"|[\\p{L}_$][\\p{L}\\d_$]*';
  const found = new RegExp(`^\\s*from\\s+(${name})(?:\\s+(?:as\\s+)?(${name}))?`, 'iu').exec(select.slice(end));
  const [, table, alias] = found ?? [];
  if (table === undefined) return null;
  const isWord = alias !== undefined && /^(where|left|join|inner|order|group|union)$/i.test(alias);
  return { table: table.replaceAll('"', ''), alias: alias === undefined || isWord ? table : alias };
}

/** A column's name as it stands in SQL: in quotes, unless it is plain and in capitals. */
export function columnText(alias: string, column: string): string {
  return `${alias}.${/^[A-Z][A-Z0-9_$]*$/.test(column) ? column : `"${column.replaceAll('"', '""')}"`}`;
}

/** Where each column of the first SELECT's list begins and ends. */
function listOf(select: string): readonly { readonly from: number; readonly to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let depth = 0;
  let from: number | undefined;
  for (const { 0: token, index } of select.matchAll(tokens)) {
    if (token === '(') depth++;
    else if (token === ')') depth--;
    else if (depth > 0) continue;
    else if (/^select$/i.test(token)) from ??= index + token.length;
    else if (from !== undefined && (token === ',' || /^from$/i.test(token))) {
      parts.push({ from, to: index });
      if (token !== ',') return parts;
      from = index + 1;
    }
  }
  return [];
}
