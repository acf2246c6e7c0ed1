import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { TillbridgeError } from '../../support/errors.ts';

/** A process of ours beside this one, which speaks in lines of JSON and ends when its input closes. */
export interface Helper {
  /** What it said once it was ready. */
  readonly ready: unknown;
  /** Sends it a line, and answers the line that it says next. */
  ask(question: unknown): Promise<unknown>;
  /** Ends it, and waits until it has ended. */
  close(): Promise<void>;
}

/** Starts a script of ours on this Node and waits until it is ready. Throws a `TillbridgeError` where it ends before. */
export async function startHelper(label: string, script: URL, given: readonly string[]): Promise<Helper> {
  const child = spawn(process.execPath, [fileURLToPath(script), ...given], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function answer(): Promise<unknown> {
    const { value, done } = await lines.next();
    if (!done) return JSON.parse(value) as unknown;
    throw new TillbridgeError('defect', `listening to ${label}: it has ended`, { hint: 'What it said stands above.' });
  }

  return {
    ready: await answer(),
    ask(question) {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      return answer();
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
