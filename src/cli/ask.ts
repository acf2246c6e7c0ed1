import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { TillbridgeError } from '../support/errors.ts';

/** Puts questions to the person at the terminal, one by one. */
export interface Ask {
  /** The answer, trimmed; the default where it is left empty. Asks again until it fits. */
  text(
    question: string,
    options?: { byDefault?: string; fits?: (answer: string) => string | undefined },
  ): Promise<string>;
  /** An answer that is not shown while it is typed; empty where it is left out. */
  hidden(question: string): Promise<string>;
}

/** Makes an `Ask` of a terminal; undefined where nobody sits there. */
export function createAsk(stdin: NodeJS.ReadStream, stderr: NodeJS.WriteStream, signal: AbortSignal): Ask | undefined {
  if (!stdin.isTTY || !stderr.isTTY) return undefined;

  async function answer(question: string, shown: boolean): Promise<string> {
    let silent = false;
    // Readline echoes through this stream: while it is silent, what is typed does not appear.
    const output = new Writable({
      write(chunk: Buffer, _encoding, done) {
        if (silent) done();
        else stderr.write(chunk, done);
      },
    });
    const lines = createInterface({ input: stdin, output, terminal: true });
    try {
      const typed = lines.question(`${question} `, { signal });
      silent = !shown;
      return (await typed).trim();
    } catch (cause) {
      throw new TillbridgeError('settings', 'asking at the terminal: broken off', {
        hint: 'Run the command again, or give everything as options.',
        cause,
      });
    } finally {
      lines.close();
      if (!shown) stderr.write('\n');
    }
  }

  return {
    async text(question, { byDefault, fits } = {}) {
      for (;;) {
        const typed = await answer(byDefault === undefined ? question : `${question} [${byDefault}]`, true);
        const chosen = typed || byDefault || '';
        const complaint = chosen === '' ? 'Please type something.' : fits?.(chosen);
        if (complaint === undefined) return chosen;
        stderr.write(`  ${complaint}\n`);
      }
    },
    hidden: (question) => answer(question, false),
  };
}
