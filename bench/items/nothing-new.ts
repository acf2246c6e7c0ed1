import { withAgent } from '../agent.ts';
import type { Bench } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { removeHome } from '../home.ts';
import { median } from '../measure.ts';

const rounds = 5;

/** (g) A whole run with nothing changed, as a person waits for it: from the start of the process to its answer. */
export async function measureNothingNew(bench: Bench): Promise<Figure[]> {
  const size = { customers: Math.round(bench.rows / 2), products: Math.round(bench.rows / 4) };
  const till = { database: await bench.till(size), size };
  const sandbox = await bench.sandbox();
  const home = await bench.home(till, sandbox);
  bench.say('  the first run sends everything …');
  await withAgent((agent) => agent.do('run', home));
  const repetitions: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const begin = performance.now();
    const { changed, sent } = await withAgent((agent) => agent.do('run', home));
    if (changed + sent > 0) throw new Error(`running with nothing new: ${changed} changed, ${sent} sent`);
    if (round > 0) repetitions.push((performance.now() - begin) / 1000);
  }
  await sandbox.close();
  await removeHome(home);
  return [
    {
      item: 'g',
      what: `run with nothing changed, ${size.customers} customers and ${size.products} products`,
      value: median(repetitions),
      unit: 's',
      target: { atMost: 3 },
      repetitions,
    },
  ];
}
