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
    // Readline echoes through its output: where that goes nowhere, what is typed does not appear.
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = createInterface({ input: stdin, output: shown ? stderr : nowhere, terminal: true });
    const ended = new AbortController();
    lines.once('SIGINT', () => ended.abort()).once('close', () => ended.abort());
    try {
      if (!shown) stderr.write(`${question} `);
      const typed = await lines.question(shown ? `${question} ` : '', {
        signal: AbortSignal.any([signal, ended.signal]),
      });
      return typed.trim();
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
