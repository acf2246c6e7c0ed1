import { withAgent } from '../agent.ts';
import type { Bench } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { removeHome } from '../home.ts';
import { interleave, median, ratios } from '../measure.ts';
import { withReader } from '../reader.ts';

const rounds = 5;

/** (a) A first load, from reading to queued, beside node-firebird that only reads the same columns. */
export async function measureFirstLoad(bench: Bench): Promise<Figure[]> {
  const size = { customers: bench.rows };
  const till = { database: await bench.till(size), size };
  const sandbox = await bench.sandbox();
  const { alone, load } = await withAgent((agent) =>
    withReader({ access: bench.access, database: till.database, rows: bench.rows }, (reader) =>
      interleave(
        {
          alone: () => reader.read(),
          async load() {
            const home = await bench.home(till, sandbox);
            const { working, changed } = await agent.do('prepare', home);
            if (changed !== bench.rows) throw new Error(`loading: ${changed} rows instead of ${bench.rows}`);
            await removeHome(home);
            return working;
          },
        },
        rounds,
      ),
    ),
  );
  await sandbox.close();
  const repetitions = ratios(alone, load);
  return [
    {
      item: 'a',
      what: 'first load, read to queued: speed beside node-firebird that only reads',
      value: median(repetitions),
      unit: '×',
      target: { atLeast: 0.2 },
      repetitions,
      beside: { 'node-firebird alone, s': median(alone) / 1000, 'first load, s': median(load) / 1000 },
    },
  ];
}
