import { z } from 'zod';
import { startHelper } from '../src/cli/demo/helper.ts';
import type { AgentAnswer, AgentTask } from './agent-process.ts';
import type { BenchHome } from './home.ts';

const answer: z.ZodType<AgentAnswer> = z.object({
  opening: z.number(),
  working: z.number(),
  peak: z.number(),
  changed: z.number(),
  sent: z.number(),
});

/** Tillbridge in a process of its own. */
export interface BenchAgent {
  do(work: AgentTask['work'], home: BenchHome): Promise<AgentAnswer>;
  close(): Promise<void>;
}

/** Starts it; it opens and closes a home folder with every task. */
export async function startAgent(): Promise<BenchAgent> {
  const helper = await startHelper('the agent', new URL('agent-process.ts', import.meta.url), []);
  return {
    do: async (work, home) => answer.parse(await helper.ask({ work, ...home } satisfies AgentTask)),
    close: helper.close,
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
