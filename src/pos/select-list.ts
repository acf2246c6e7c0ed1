const tokens = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|[(),]|\b(?:select|from)\b/gi;
const comments = /--[^\n]*|\/\*[\s\S]*?\*\//g;
const aliased = /^([\s\S]+?)(?:\s+as\s+|\s+|(?<=\)))("(?:[^"]|"")*"|[\p{L}_$][\p{L}\d_$]*)$/iu;
const lastName = /("(?:[^"]|"")*"|[\p{L}_$][\p{L}\d_$]*)$/u;

const changeAlias = 'tillbridge_change';

/** One column of a SELECT: what it computes, and under which name. */
interface SelectItem {
  readonly expression: string;
  readonly alias: string;
}

/** The columns of a SELECT as it is written, for telling people which one is meant; empty where the text is beyond us. */
export function selectItems(select: string): readonly SelectItem[] {
  return listOf(select).items;
}

/** The SELECT with one more column at the end of its list; unchanged where its text is beyond us. */
function withColumn(select: string, expression: string, alias: string): string {
  const { end } = listOf(select);
  return end === undefined
    ? select
    : `${select.slice(0, end).trimEnd()}\n, ${expression} AS "${alias}"\n${select.slice(end)}`;
}

/** The columns of the first SELECT, and where its FROM stands. */
function listOf(select: string): { readonly items: readonly SelectItem[]; readonly end: number | undefined } {
  const items: SelectItem[] = [];
  let depth = 0;
  let start: number | undefined;
  for (const { 0: token, index } of select.matchAll(tokens)) {
    if (token === '(') depth++;
    else if (token === ')') depth--;
    else if (depth > 0) continue;
    else if (/^select$/i.test(token)) start = index + token.length;
    else if (start !== undefined && (token === ',' || /^from$/i.test(token))) {
      items.push(itemOf(select.slice(start, index)));
      if (token !== ',') return { items, end: index };
      start = index + 1;
    }
  }
  return { items, end: undefined };
}

/** A profile's SELECT without its semicolon, and with the change column in it under the alias that is answered. */
export function selectWithChange({ select, change }: { select: string; change?: string | undefined }): {
  readonly select: string;
  readonly change: string | undefined;
} {
  const plain = select.trim().replace(/;$/, '');
  if (change === undefined) return { select: plain, change };
  const isAlias = selectItems(plain).some(({ alias }) => alias.toLowerCase() === change.toLowerCase());
  if (isAlias || !/[."]/.test(change)) return { select: plain, change };
  return { select: withColumn(plain, change, changeAlias), change: changeAlias };
}

function itemOf(text: string): SelectItem {
  const item = text.replaceAll(comments, ' ').trim();
  const match = aliased.exec(item);
  const expression = match?.[1]?.trim() ?? item;
  const alias = match?.[2] ?? lastName.exec(item)?.[1] ?? item;
  return { expression, alias: alias.replaceAll('"', '') };
}
