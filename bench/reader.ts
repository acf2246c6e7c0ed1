import { z } from 'zod';
import type { FirebirdAccess } from '../scripts/firebird/access.ts';
import { selectCustomers } from './customers-table.ts';
import type { ReadTask } from './reader-process.ts';
import { startWorker } from './worker.ts';

const answer = z.object({ milliseconds: z.number(), rows: z.number() });

/** What a bench till's customers are read with besides Tillbridge. */
export interface Reader {
  /** Milliseconds that node-firebird alone takes for all customers of a till. */
  read(): Promise<number>;
}

/** The work of node-firebird alone, in a process of its own, which is ended afterwards. */
export async function withReader<T>(
  { access, database, rows }: { access: FirebirdAccess; database: string; rows: number },
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  const { host, port, user, password } = access;
  const task: ReadTask = { host, port, user, password, database, select: selectCustomers };
  const worker = await startWorker(new URL('reader-process.ts', import.meta.url));
  try {
    return await work({
      async read() {
        const found = answer.parse(await worker.ask(task));
        if (found.rows !== rows) throw new Error(`reading with node-firebird: ${found.rows} rows instead of ${rows}`);
        return found.milliseconds;
      },
    });
  } finally {
    await worker.close();
  }
}
