import { z } from 'zod';
import { startHelper } from '../src/cli/demo/helper.ts';

/** The key that the bench's sandboxes want. */
export const apiKey = 'bench-key';

/** A GenieAI stand-in in a process of its own. */
export interface Sandbox {
  readonly url: string;
  /** The status of every answer that it has given to an import. */
  imports(): Promise<readonly { readonly status: number; readonly at: number }[]>;
  close(): Promise<void>;
}

const ready = z.object({ url: z.string() });
const calls = z.object({ calls: z.array(z.object({ path: z.string(), status: z.number(), at: z.number() })) });

/** Starts one, without limits unless said. */
export async function startSandbox({ limited } = { limited: false }): Promise<Sandbox> {
  const script = new URL('../src/sandbox/genieai/serve.ts', import.meta.url);
  const helper = await startHelper('the sandbox', script, ['--key', apiKey, ...(limited ? [] : ['--no-limits'])]);
  const { url } = ready.parse(helper.ready);
  return {
    url,
    async imports() {
      const answer: unknown = await (await fetch(new URL('/sandbox/calls', url))).json();
      return calls.parse(answer).calls.filter(({ path }) => path.endsWith('/import'));
    },
    close: helper.close,
  };
}
