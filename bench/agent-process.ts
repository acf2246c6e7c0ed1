import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { loadSettings } from '../src/settings/store.ts';
import { sleep, systemChance, systemClock } from '../src/support/clock.ts';
import type { Engine } from '../src/sync/engine.ts';
import { openEngine } from '../src/sync/open-engine.ts';
import { pushAll } from '../src/sync/push.ts';
import { alone, prepare, runOnce } from '../src/sync/run.ts';

const task = z.object({
  home: z.string(),
  environment: z.record(z.string(), z.string()),
  /** `prepare` reads, checks and queues; `send` empties the queue; `run` is all of it, as `tillbridge sync --full` does it. */
  work: z.enum(['prepare', 'send', 'run']),
});

/** What the agent is asked to do. */
export type AgentTask = z.infer<typeof task>;

/** What it did. Times in milliseconds, memory in MB. */
export interface AgentAnswer {
  readonly opening: number;
  readonly working: number;
  /** The most memory that its process ever had. */
  readonly peak: number;
  /** How long others had to wait for their turn while it worked. */
  readonly delay: { readonly p99: number; readonly max: number };
  readonly changed: number;
  readonly sent: number;
}

const options = { full: true, signal: new AbortController().signal };

async function work(engine: Engine, what: AgentTask['work']): Promise<Pick<AgentAnswer, 'changed' | 'sent'>> {
  switch (what) {
    case 'prepare': {
      const { tallies, stop, trouble } = await alone(engine, () => prepare(engine, options));
      if (stop || trouble) throw new Error(`reading and checking: ${stop?.what ?? trouble?.reason}`);
      return { changed: changesIn([...tallies.values()]), sent: 0 };
    }
    case 'send': {
      const tallies = await alone(engine, () => pushAll(engine, options));
      return { changed: 0, sent: [...tallies.values()].reduce((sum, { kinds }) => sum + sentIn(kinds), 0) };
    }
    case 'run': {
      const { run, read, delivered } = await runOnce(engine, options);
      if (run.outcome !== 'completed') throw new Error(`running: ${run.reason ?? run.outcome}`);
      return {
        changed: changesIn(Object.values(read)),
        sent: Object.values(delivered).reduce((sum, kinds) => sum + sentIn(kinds), 0),
      };
    }
  }
}

function changesIn(tallies: readonly { new: number; changed: number; vanished: number }[]): number {
  return tallies.reduce((sum, tally) => sum + tally.new + tally.changed + tally.vanished, 0);
}

function sentIn(kinds: Readonly<Record<string, { created: number; updated: number }>>): number {
  return Object.values(kinds).reduce((sum, { created, updated }) => sum + created + updated, 0);
}

async function answer({ home, environment, work: what }: AgentTask): Promise<AgentAnswer> {
  const begin = performance.now();
  const settings = await loadSettings(home);
  const engine = await openEngine({ home, settings, environment, now: systemClock, sleep, random: systemChance });
  const opened = performance.now();
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  try {
    const done = await work(engine, what);
    const working = performance.now() - opened;
    const delay = { p99: delays.percentile(99) / 1e6, max: delays.max / 1e6 };
    return { opening: opened - begin, working, peak: process.resourceUsage().maxRSS / 1024, delay, ...done };
  } finally {
    delays.disable();
    await engine.close();
  }
}

/** The agent in a process of its own: a task a line, an answer a line, until its input closes. */
if (import.meta.main) {
  process.stdout.write('{"ready":true}\n');
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(task.parse(JSON.parse(line))))}\n`);
  }
}
