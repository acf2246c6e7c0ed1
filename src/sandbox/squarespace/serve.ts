import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { systemClock } from '../../support/clock.ts';
import { runUntilTold } from '../until-told.ts';
import type { FaultRequest } from './faults/fault.ts';
import { readSiteContent } from './site-content.ts';
import { startSquarespaceSandbox } from './start-squarespace-sandbox.ts';

const usage =
  'node src/sandbox/squarespace/serve.ts --key KEY --content FILE [--port 0] [--no-limits] [--faults JSON] [--habits JSON] [--seed N]';

const port = z.coerce.number().int().min(0).max(65_535);

/** Runs a sandbox as a process of its own until SIGTERM, SIGINT or, where a pipe leads to it, the end of its input. */
export async function serve(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      key: { type: 'string' },
      content: { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-limits': { type: 'boolean', default: false },
      faults: { type: 'string', default: '[]' },
      habits: { type: 'string', default: '{}' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (values.key === undefined || values.content === undefined) {
    throw new Error(`starting the Squarespace sandbox: no key or no content was given. Usage: ${usage}`);
  }
  const faults = z.array(z.unknown()).parse(JSON.parse(values.faults));
  const sandbox = await startSquarespaceSandbox({
    apiKey: values.key,
    now: systemClock,
    port: port.parse(values.port),
    content: readSiteContent(JSON.parse(readFileSync(values.content, 'utf8'))),
    seed: z.coerce.number().int().parse(values.seed),
    habits: z.record(z.string(), z.unknown()).parse(JSON.parse(values.habits)),
    ...(values['no-limits'] && { limits: { requestsPerMinute: null, ordersPerHour: null } }),
  });
  for (const fault of faults) sandbox.faults.add(fault as FaultRequest);

  runUntilTold(sandbox);
  process.stdout.write(`${JSON.stringify({ url: sandbox.url })}\n`);
}

if (import.meta.main) await serve(process.argv.slice(2));
