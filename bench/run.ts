import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { systemClock } from '../src/support/clock.ts';
import { withBench } from './bench.ts';
import { versionOf } from './customers-table.ts';
import { isMet, type Figure } from './figure.ts';
import { benchItems } from './items.ts';
import { describeMachine, machineLine } from './machine.ts';
import { tableOf } from './table.ts';

const rowCount = z.coerce.number().int().min(2000, 'at least 2000 rows: with fewer, nothing but the start is measured');

/** What to measure. */
interface Wanted {
  readonly rows: number;
  readonly letters: ReadonlySet<string>;
  /** The results file, without its ending. */
  readonly name: string;
}

function wantedOf(args: readonly string[]): Wanted {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '200000' },
      only: { type: 'string', default: benchItems.flatMap(({ letters }) => letters).join() },
      name: { type: 'string', default: `local-${new Date(systemClock()).toISOString().replaceAll(/[:.]/g, '-')}` },
    },
  });
  const { rows, only, name } = values;
  return { rows: rowCount.parse(rows), letters: new Set(only.split(',')), name };
}

/** Measures, prints the table, and writes the results with the machine's description. */
async function run({ rows, letters, name }: Wanted): Promise<void> {
  const startedAt = new Date(systemClock()).toISOString();
  const { figures, machine } = await withBench(rows, async (bench) => {
    const measured: Figure[] = [];
    for (const { letters: own, label, measure } of benchItems) {
      if (!own.some((letter) => letters.has(letter))) continue;
      bench.say(`${own.join(', ')}: ${label} …`);
      measured.push(...(await measure(bench)).filter(({ item }) => letters.has(item)));
    }
    const firebird = await versionOf(bench.access, await bench.till({ customers: 0 }));
    return {
      figures: measured.sort((one, other) => one.item.localeCompare(other.item)),
      machine: describeMachine(firebird),
    };
  });
  const folder = new URL('results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  const results = { startedAt, rows, machine, figures: figures.map((figure) => ({ ...figure, met: isMet(figure) })) };
  await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(results, undefined, 2)}\n`);
  console.log(
    `${tableOf(figures)}\n\n${rows.toLocaleString('en-GB')} customers. ${machineLine(machine)}\nbench/results/${name}.json`,
  );
}

if (import.meta.main) await run(wantedOf(process.argv.slice(2)));
