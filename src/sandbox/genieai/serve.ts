import { parseArgs } from 'node:util';
import { z } from 'zod';
import { systemClock } from '../../support/clock.ts';
import { runUntilTold } from '../until-told.ts';
import type { FaultRequest } from './faults/fault.ts';
import { startGenieaiSandbox } from './start-genieai-sandbox.ts';

const usage =
  'node src/sandbox/genieai/serve.ts --key KEY [--port 0] [--no-limits] [--storage FILE] [--faults JSON] [--seed N]';

const port = z.coerce.number().int().min(0).max(65_535);

/** Runs a sandbox as a process of its own until SIGTERM, SIGINT or, where a pipe leads to it, the end of its input. */
export async function serve(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      key: { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-limits': { type: 'boolean', default: false },
      storage: { type: 'string', default: 'memory' },
      faults: { type: 'string', default: '[]' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (values.key === undefined) throw new Error(`starting the GenieAI sandbox: no key was given. Usage: ${usage}`);
  const faults = z.array(z.unknown()).parse(JSON.parse(values.faults));
  const sandbox = await startGenieaiSandbox({
    apiKey: values.key,
    now: systemClock,
    port: port.parse(values.port),
    storage: values.storage,
    seed: z.coerce.number().int().parse(values.seed),
    ...(values['no-limits'] && { limits: { requestsPerMinute: null } }),
  });
  for (const fault of faults) sandbox.faults.add(fault as FaultRequest);

  runUntilTold(sandbox);
  process.stdout.write(`${JSON.stringify({ url: sandbox.url })}\n`);
}

if (import.meta.main) await serve(process.argv.slice(2));
