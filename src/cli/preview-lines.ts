import type { PlannedDestination, Preview } from '../sync/agent-contract.ts';
import type { Words } from '../support/words.ts';
import { guardLines } from './guard-lines.ts';
import { manyOf } from '../support/kind-words.ts';
import type { RunWording } from './run-lines.ts';
import { table, type Column } from './table.ts';

const columns: readonly Column[] = [
  { heading: '' },
  { heading: 'New', align: 'right' },
  { heading: 'Changed', align: 'right' },
  { heading: 'Put away', align: 'right' },
  { heading: 'To mend', align: 'right' },
  { heading: 'Held', align: 'right' },
  { heading: 'As they are', align: 'right' },
];

function effort({ requests, minutes, shareOfQuota }: PlannedDestination, words: Words): string {
  if (requests === 0) return 'Nothing to send.';
  const quota =
    shareOfQuota === null
      ? ''
      : `, ${shareOfQuota < 1 ? 'less than 1' : words.number(Math.round(shareOfQuota))} % of what it allows in a day`;
  // What is shorter hangs on other things than the allowance.
  const time = minutes < 1 ? 'less than a minute' : `about ${words.span(minutes * 60_000)}`;
  return `${words.count(requests, 'request')}, ${time}${quota}.`;
}

/** What a run would do, per destination. */
export function previewLines(preview: Preview, { screen, words, labels }: RunWording): readonly string[] {
  const lines = Object.entries(preview.destinations).flatMap(([id, planned]) => [
    screen.paint('strong', labels[id] ?? id),
    ...table(
      columns,
      planned.takes.map((kind) => {
        const { create, update, archive, problem, held, unchanged } = planned.kinds[kind];
        return [manyOf(kind), ...[create, update, archive, problem, held, unchanged].map(words.number)];
      }),
      screen.width,
    ).map((line) => `  ${line}`),
    `  ${effort(planned, words)}`,
    '',
  ]);
  if (preview.guard) return [...lines, ...guardLines(preview.guard, screen)];
  return [...lines, 'Nothing was sent. To do it: tillbridge sync'];
}
