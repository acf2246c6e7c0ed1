/** Rows of two columns, the second under itself. */
export function twoColumns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`);
}

/** The examples at the foot of a command's help: each a command line and what it is for. */
export function examples(...lines: readonly (readonly [command: string, purpose: string])[]): string {
  return `\nExamples:\n${twoColumns(lines).join('\n')}`;
}
