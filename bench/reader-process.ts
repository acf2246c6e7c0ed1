import { createInterface } from 'node:readline';
import Firebird from 'node-firebird';
import { z } from 'zod';

const place = z.object({
  host: z.string(),
  port: z.number(),
  user: z.string(),
  password: z.string(),
  database: z.string(),
  select: z.string(),
});

/** What is to be read, and where. */
export type ReadTask = z.infer<typeof place>;

/** Reads every row with the driver's own `sequentially` and does nothing with them. Connecting does not count. */
async function read({ select, ...where }: ReadTask): Promise<{ milliseconds: number; rows: number }> {
  const database = await Firebird.attachAsync({ ...where, encoding: 'WIN1252' });
  try {
    const isolation = [...Firebird.ISOLATION_REPEATABLE_READ];
    const transaction = await database.transactionAsync({ isolation, readOnly: true });
    let rows = 0;
    const begin = performance.now();
    await transaction.sequentiallyAsync(select, [], () => {
      rows++;
    });
    const milliseconds = performance.now() - begin;
    await transaction.commitAsync();
    return { milliseconds, rows };
  } finally {
    await database.detachAsync();
  }
}

/** node-firebird alone, in a process of its own: a task a line, an answer a line, until its input closes. */
if (import.meta.main) {
  process.stdout.write('{"ready":true}\n');
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await read(place.parse(JSON.parse(line))))}\n`);
  }
}
