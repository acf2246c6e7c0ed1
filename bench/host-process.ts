import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { systemClock } from '../src/support/clock.ts';
import { createHost } from '../src/sync/host/create-host.ts';
import type { Host } from '../src/sync/host/host-contract.ts';

const task = z.object({
  home: z.string(),
  environment: z.record(z.string(), z.string()),
  /** How often "Sync now" is pressed, and for how many seconds nothing is done then. */
  presses: z.int(),
  idleSeconds: z.number(),
});

/** What the host is asked to do. */
export type HostTask = z.infer<typeof task>;

/** What it did. */
export interface HostAnswer {
  /** Milliseconds from "Sync now" to the first word that a run is under way, and to the first that names rows. */
  readonly presses: readonly { readonly seen: number; readonly rows: number }[];
  /** Percent of one core, while a window watches and nothing is to be done. */
  readonly idle: number;
}

async function press(host: Host): Promise<{ seen: number; rows: number }> {
  const leaving = new AbortController();
  const words = host.watch(leaving.signal)[Symbol.asyncIterator]();
  await words.next();
  // Whoever presses a button has looked at the page before.
  await delay(300);
  const begin = performance.now();
  const found = { seen: Number.NaN, rows: Number.NaN };
  host.sync({});
  for (let word = await words.next(); !word.done; word = await words.next()) {
    const { underway } = word.value;
    if (underway && Number.isNaN(found.seen)) found.seen = performance.now() - begin;
    if (underway?.progress.length && Number.isNaN(found.rows)) found.rows = performance.now() - begin;
    if (!underway) break;
  }
  leaving.abort();
  return found;
}

async function idle(host: Host, seconds: number): Promise<number> {
  const leaving = new AbortController();
  const watching = (async () => {
    for await (const word of host.watch(leaving.signal)) void word;
  })();
  await delay(1000);
  const [used, begin] = [process.cpuUsage(), performance.now()];
  await delay(seconds * 1000);
  const { user, system } = process.cpuUsage(used);
  const percent = (user + system) / 10 / (performance.now() - begin);
  leaving.abort();
  await watching;
  return percent;
}

async function answer({ home, environment, presses, idleSeconds }: HostTask): Promise<HostAnswer> {
  const host = await createHost({ home, environment, now: systemClock });
  try {
    const pressed: { seen: number; rows: number }[] = [];
    for (let i = 0; i < presses; i++) pressed.push(await press(host));
    return { presses: pressed, idle: await idle(host, idleSeconds) };
  } finally {
    await host.close();
  }
}

/** The host in a process of its own: a task a line, an answer a line, until its input closes. */
if (import.meta.main) {
  process.stdout.write('{"ready":true}\n');
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(task.parse(JSON.parse(line))))}\n`);
  }
}
