import { existsSync } from 'node:fs';
import { z } from 'zod';
import { TillbridgeError } from '../../support/errors.ts';
import { startHelper } from './helper.ts';
import type { DemoTill, DemoTillParts } from './till.ts';

const ready = z.object({
  host: z.string(),
  port: z.number(),
  user: z.string(),
  password: z.string(),
  database: z.string(),
});
const answer = z.union([z.object({ done: z.literal(true) }), z.object({ failed: z.string() })]);

/** The sample shop on a private Firebird server, which ends with the demonstration. Only where the source stands: the server is a tool of ours, not a part of the product. */
export async function openFirebirdTill({ shop, profile }: DemoTillParts): Promise<DemoTill> {
  const script = new URL('../../../scripts/firebird/serve-shop.ts', import.meta.url);
  if (!existsSync(script)) {
    throw new TillbridgeError('settings', 'starting a Firebird server: this is not a copy of the source', {
      hint: 'Run the demonstration without --firebird, or from a clone of the source.',
    });
  }
  const { customers, asOf } = shop.frame;
  const helper = await startHelper('the Firebird server', script, ['--size', String(customers), '--as-of', asOf]);
  const { password, ...place } = ready.parse(helper.ready);
  return {
    label: 'Firebird',
    dialect: 'firebird',
    settings: { kind: 'firebird', ...place, profile },
    password,
    async change(statements) {
      const said = answer.parse(await helper.ask(statements));
      if ('failed' in said) throw new Error(`changing the sample till: ${said.failed}`);
    },
    close: helper.close,
  };
}
