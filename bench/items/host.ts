import { z } from 'zod';
import type { Bench } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { removeHome } from '../home.ts';
import type { HostAnswer, HostTask } from '../host-process.ts';
import { median } from '../measure.ts';
import { startWorker } from '../worker.ts';

const answer: z.ZodType<HostAnswer> = z.object({
  presses: z.array(z.object({ seen: z.number(), rows: z.number() })),
  idle: z.number(),
});

/** (j) How soon a window sees that "Sync now" was heard; (k) what an open window costs while nothing is to be done. */
export async function measureHost(bench: Bench): Promise<Figure[]> {
  const size = { customers: Math.round(bench.rows / 4) };
  const till = { database: await bench.till(size), size };
  const sandbox = await bench.sandbox();
  const home = await bench.home(till, sandbox);
  const worker = await startWorker(new URL('../host-process.ts', import.meta.url));
  try {
    const task: HostTask = { ...home, presses: 6, idleSeconds: 20 };
    const { presses, idle } = answer.parse(await worker.ask(task));
    // The first is the first load.
    const [, ...pressed] = presses;
    const seen = pressed.map((press) => press.seen);
    return [
      {
        item: 'j',
        what: '“Sync now” to the first word of the run in a window',
        value: median(seen),
        unit: 'ms',
        target: { atMost: 200 },
        repetitions: seen,
        beside: { 'to the first rows, ms': median(pressed.map(({ rows }) => rows)) },
      },
      {
        item: 'k',
        what: 'processor time of the idle engine, a window open',
        value: idle,
        unit: '%',
        target: { atMost: 0.5 },
        repetitions: [idle],
      },
    ];
  } finally {
    await worker.close();
    await sandbox.close();
    await removeHome(home);
  }
}
