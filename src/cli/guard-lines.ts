import type { GuardStop } from '../sync/agent-contract.ts';
import { legible } from './legible.ts';
import type { Screen } from './screen.ts';

/** A guard's objection for a person: what would happen, why perhaps, examples, and the ways on; the safe one first. */
export function guardLines({ what, cause, examples, command, hold }: GuardStop, screen: Screen): readonly string[] {
  return [
    `${screen.paint('bad', '▲ Stopped before sending:')} ${legible(what)}`,
    `  Likely cause: ${legible(cause)}`,
    ...(examples.length > 0 ? ['  For example:', ...examples.map((example) => `    ${legible(example)}`)] : []),
    '',
    '  If this is not right: mend it in the till. Nothing has left, and the next run looks again.',
    ...(hold === undefined ? [] : [`  To send everything else meanwhile:    ${screen.paint('strong', hold.command)}`]),
    `  If it is right, let it through once:  ${screen.paint('strong', command)}`,
  ];
}
