import type { CheckLine } from '../sync/agent-contract.ts';
import { legible } from './legible.ts';
import type { Screen } from './screen.ts';

/** A line for everything that was tried: that it is well, or what to do. */
export function checkLines(lines: readonly CheckLine[], screen: Screen): readonly string[] {
  const width = Math.max(...lines.map(({ what }) => what.length));
  return lines.flatMap(({ what, ok, detail, hint }) => {
    const mark = ok ? screen.paint('good', 'ok     ') : screen.paint('bad', 'not ok ');
    const line = `  ${mark} ${what.padEnd(width)}  ${legible(detail)}`;
    return ok || hint === undefined ? [line] : [line, `${' '.repeat(width + 12)}What to do: ${legible(hint)}`];
  });
}
