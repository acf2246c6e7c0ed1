import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FirebirdAccess, FirebirdServer } from '../scripts/firebird/access.ts';
import { startFirebirdServer } from '../scripts/firebird/provider.ts';
import { createBenchTill, type TillSize } from './customers-table.ts';
import { createHome, type BenchDestination, type BenchHome } from './home.ts';
import { startSandbox, type Sandbox } from './sandbox.ts';

/** What every item of the bench has to hand. */
export interface Bench {
  readonly access: FirebirdAccess;
  /** Customers of a till, where an item says nothing else. */
  readonly rows: number;
  /** A till of this size, made when it is first asked for. Whoever changes it says so with a name of its own. */
  till(size: TillSize, name?: string): Promise<string>;
  /** A home folder with nothing in it but its settings. */
  home(till: { readonly database: string; readonly size: TillSize }, destination: BenchDestination): Promise<BenchHome>;
  /** A destination in a process of its own; it ends with the bench, or earlier. */
  sandbox(options?: { readonly limited: boolean }): Promise<Sandbox>;
  /** One line for whoever waits. */
  say(line: string): void;
}

/** Runs the bench's items on a Firebird server of their own, and clears up whatever happens. */
export async function withBench<T>(rows: number, work: (bench: Bench) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tillbridge-bench-'));
  const open: Sandbox[] = [];
  let server: FirebirdServer | undefined;
  try {
    const { access } = (server = await startFirebirdServer());
    const tills = new Map<string, Promise<string>>();
    return await work({
      access,
      rows,
      till(size, name = 'shared') {
        const id = JSON.stringify([size, name]);
        const made = tills.get(id) ?? createBenchTill(access, size);
        tills.set(id, made);
        return made;
      },
      home: async (till, destination) =>
        createHome({ folder: await mkdtemp(join(folder, 'home-')), access, till, destination }),
      async sandbox(options) {
        const sandbox = await startSandbox(options);
        open.push(sandbox);
        return sandbox;
      },
      say: (line) => void process.stderr.write(`${line}\n`),
    });
  } finally {
    await Promise.all(open.map((sandbox) => sandbox.close()));
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
