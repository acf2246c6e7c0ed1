import { z } from 'zod';
import type { AgentAnswer, AgentTask } from './agent-process.ts';
import type { BenchHome } from './home.ts';
import { startWorker } from './worker.ts';

const answer: z.ZodType<AgentAnswer> = z.object({
  opening: z.number(),
  working: z.number(),
  peak: z.number(),
  delay: z.object({ p99: z.number(), max: z.number() }),
  changed: z.number(),
  sent: z.number(),
});

/** Tillbridge in a process of its own. */
export interface BenchAgent {
  do(work: AgentTask['work'], home: BenchHome): Promise<AgentAnswer>;
  close(): Promise<void>;
}

/** Starts it; it opens and closes a home folder with every task. */
async function startAgent(): Promise<BenchAgent> {
  const worker = await startWorker(new URL('agent-process.ts', import.meta.url));
  return {
    do: async (work, home) => answer.parse(await worker.ask({ work, ...home } satisfies AgentTask)),
    close: worker.close,
  };
}

/** The work of an agent that is ended afterwards, whatever happens. */
export async function withAgent<T>(work: (agent: BenchAgent) => Promise<T>): Promise<T> {
  const agent = await startAgent();
  try {
    return await work(agent);
  } finally {
    await agent.close();
  }
}
