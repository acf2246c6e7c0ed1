import { withAgent } from '../agent.ts';
import type { Bench } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { removeHome } from '../home.ts';
import { median } from '../measure.ts';

const rounds = 3;

/** (h) How long a window waits for the engine's answer at most, ninety-nine times in a hundred, while a first load is read, checked and sent. */
export async function measureResponsiveness(bench: Bench): Promise<Figure[]> {
  const size = { customers: bench.rows, products: Math.round(bench.rows / 4) };
  const till = { database: await bench.till(size), size };
  const delays: { readonly p99: number; readonly max: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const sandbox = await bench.sandbox();
    const home = await bench.home(till, sandbox);
    const { delay } = await withAgent((agent) => agent.do('run', home));
    delays.push(delay);
    await sandbox.close();
    await removeHome(home);
  }
  const repetitions = delays.map(({ p99 }) => p99);
  return [
    {
      item: 'h',
      what: 'delay of the engine’s event loop during a first load, 99th percentile',
      value: median(repetitions),
      unit: 'ms',
      target: { atMost: 50 },
      repetitions,
      beside: { 'longest, ms': Math.max(...delays.map(({ max }) => max)) },
    },
  ];
}
