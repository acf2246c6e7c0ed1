import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process of the bench that does what a line of JSON says, and answers with another. */
export interface Worker {
  ask(task: unknown): Promise<unknown>;
  /** Ends it, and waits until it has ended. */
  close(): Promise<void>;
}

/** Starts a script beside this one with the same options of Node, so that the agent is measured as it is started. Throws where it ends before it is ready. */
export async function startWorker(script: URL): Promise<Worker> {
  const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(script)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function answer(): Promise<unknown> {
    const { value, done } = await lines.next();
    if (done) throw new Error('measuring: a process of the bench has ended; what it said stands above');
    return JSON.parse(value) as unknown;
  }

  await answer();
  return {
    ask(task) {
      child.stdin.write(`${JSON.stringify(task)}\n`);
      return answer();
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
