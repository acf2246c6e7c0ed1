import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bench } from '../bench.ts';
import type { Figure } from '../figure.ts';
import type { IdentityAnswer, IdentityTask } from '../identity-process.ts';
import { startWorker } from '../worker.ts';

const answer = z.object({
  reading: z.number(),
  joining: z.number(),
  editing: z.number(),
  peak: z.number(),
  joined: z.number(),
  edits: z.number(),
  changed: z.number(),
}) satisfies z.ZodType<IdentityAnswer>;

/** (i) Customers of two sources joined into persons, from nothing and after one in a hundred of the till's was edited. */
export async function measureJoining(bench: Bench): Promise<Figure[]> {
  const [few, many] = [Math.round(bench.rows / 2), bench.rows * 5];
  const small = await measureWith(bench, few);
  const large = await measureWith(bench, many);
  const { reading, joining, editing, peak, ...counts } = large;
  const figure = (what: string, value: number, rest: Pick<Figure, 'unit' | 'target' | 'beside'>): Figure => ({
    item: 'i',
    what,
    value,
    repetitions: [value],
    ...rest,
  });
  return [
    figure(`joining ${many} customers of two sources`, joining / 1000, {
      unit: 's',
      target: { atMost: 60 },
      beside: { joined: counts.joined, 'reading the same rows alone, s': reading / 1000 },
    }),
    figure('joining after 1 in 100 of the till was edited, beside joining everybody', editing / joining, {
      unit: '×',
      target: { atMost: 0.05 },
      beside: { edited: counts.edits, 'persons that changed': counts.changed },
    }),
    figure('peak memory of joining ten times as many, beside that of the tenth', peak / small.peak, {
      unit: '×',
      target: { atMost: 1.3 },
      beside: { 'peak, MB': peak },
    }),
  ];
}

async function measureWith(bench: Bench, customers: number): Promise<IdentityAnswer> {
  bench.say(`  ${customers} customers of two sources …`);
  const folder = await mkdtemp(join(tmpdir(), 'tillbridge-bench-'));
  const worker = await startWorker(new URL('../identity-process.ts', import.meta.url));
  try {
    return answer.parse(await worker.ask({ folder, customers } satisfies IdentityTask));
  } finally {
    await worker.close();
    await rm(folder, { recursive: true, force: true });
  }
}
