/** How many values go into one statement: enough that calling costs little, and few enough for any plan. */
export const portion = 128;

/** As many `?` (or another text) as a portion has values. */
export function places(one: string): string {
  return Array.from({ length: portion }, () => one).join(',');
}

/** Runs a statement for values a portion at a time; the last portion is filled up with null, which equals nothing. */
export function inPortions<Row>(values: readonly number[], all: (portion: (number | null)[]) => Row[]): Row[] {
  const rows: Row[] = [];
  for (let start = 0; start < values.length; start += portion) {
    const some: (number | null)[] = values.slice(start, start + portion);
    while (some.length < portion) some.push(null);
    for (const row of all(some)) rows.push(row);
  }
  return rows;
}
