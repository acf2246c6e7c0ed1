import { z } from 'zod';
import { startHelper } from './helper.ts';

/** A GenieAI stand-in in a process of its own. */
export interface DemoSandbox {
  readonly url: string;
  readonly apiKey: string;
  close(): Promise<void>;
}

const ready = z.object({ url: z.string() });

/** Starts the sandbox without its limit of 120 requests a minute. */
export async function startSandbox(): Promise<DemoSandbox> {
  const apiKey = 'demo-key';
  const script = new URL('../../sandbox/genieai/serve.ts', import.meta.url);
  const helper = await startHelper('the GenieAI sandbox', script, ['--key', apiKey, '--no-limits']);
  return { url: ready.parse(helper.ready).url, apiKey, close: helper.close };
}
