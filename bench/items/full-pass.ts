import { withAgent, type BenchAgent } from '../agent.ts';
import type { Bench } from '../bench.ts';
import { editSome } from '../customers-table.ts';
import type { Figure } from '../figure.ts';
import { removeHome, type BenchHome } from '../home.ts';
import { interleave, median, ratios, type Times } from '../measure.ts';
import { withReader } from '../reader.ts';

const rounds = 11;

/** (b) A full pass with nothing changed, beside node-firebird; (c) one with 0.1 % changed and sent, beside (b). */
export async function measureFullPass(bench: Bench): Promise<Figure[]> {
  const size = { customers: bench.rows };
  const till = { database: await bench.till(size, 'edited'), size };
  const sandbox = await bench.sandbox();
  const home = await bench.home(till, sandbox);
  const times = await withAgent(async (agent) => {
    bench.say('  the first run sends everything …');
    await agent.do('run', home);
    return await compare(bench, { agent, home, database: till.database });
  });
  await sandbox.close();
  await removeHome(home);
  return figuresOf(times);
}

type Contenders = Times<'alone' | 'unchanged' | 'edited'>;

async function compare(
  { access, rows }: Bench,
  { agent, home, database }: { agent: BenchAgent; home: BenchHome; database: string },
): Promise<Contenders> {
  const pass = async (expected: number): Promise<number> => {
    const { working, changed, sent } = await agent.do('run', home);
    if (changed === expected && sent === expected) return working;
    throw new Error(`passing: ${changed} changed and ${sent} sent instead of ${expected}`);
  };
  let round = 0;
  return withReader({ access, database, rows }, (reader) =>
    interleave(
      {
        alone: () => reader.read(),
        unchanged: () => pass(0),
        async edited() {
          await editSome(access, database, round++);
          return pass(Math.floor((rows - round + 1) / 1000) + (round > 1 ? 1 : 0));
        },
      },
      rounds,
    ),
  );
}

function figuresOf({ alone, unchanged, edited }: Contenders): Figure[] {
  const speeds = ratios(alone, unchanged);
  const surplus = ratios(edited, unchanged);
  return [
    {
      item: 'b',
      what: 'full pass, nothing changed: speed beside node-firebird that only reads',
      value: median(speeds),
      unit: '×',
      target: { atLeast: 0.75 },
      repetitions: speeds,
      beside: { 'node-firebird alone, s': median(alone) / 1000, 'full pass, s': median(unchanged) / 1000 },
    },
    {
      item: 'c',
      what: 'full pass, 0.1 % changed and sent: time beside one with nothing changed',
      value: median(surplus),
      unit: '×',
      target: { atMost: 1.1 },
      repetitions: surplus,
      beside: { 'full pass with edits, s': median(edited) / 1000 },
    },
  ];
}
