import { withAgent } from '../agent.ts';
import type { Bench } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { removeHome } from '../home.ts';

/** (d) The most memory that the agent has, over a first run that sends everything and a second with nothing changed. */
export async function measureMemory(bench: Bench): Promise<Figure[]> {
  const small = await peakOf(bench, Math.round(bench.rows / 2));
  const large = await peakOf(bench, bench.rows * 5);
  return [
    {
      item: 'd',
      what: 'peak memory at ten times as many customers: beside that at the tenth',
      value: large / small,
      unit: '×',
      target: { atMost: 1.3 },
      repetitions: [large / small],
      beside: { [`${bench.rows / 2} customers, MB`]: small },
    },
    {
      item: 'd',
      what: `peak memory, ${bench.rows * 5} customers`,
      value: large,
      unit: 'MB',
      target: { atMost: 300 },
      repetitions: [large],
    },
  ];
}

async function peakOf(bench: Bench, customers: number): Promise<number> {
  bench.say(`  ${customers} customers, all of them sent …`);
  const size = { customers };
  const till = { database: await bench.till(size), size };
  const sandbox = await bench.sandbox();
  const home = await bench.home(till, sandbox);
  const { peak } = await withAgent(async (agent) => {
    const { sent } = await agent.do('run', home);
    if (sent !== customers) throw new Error(`sending: ${sent} instead of ${customers}`);
    return await agent.do('run', home);
  });
  await sandbox.close();
  await removeHome(home);
  return peak;
}
