import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createSampleShop, type SampleShopParts } from '../../src/sandbox/shop/shop.ts';
import { firebirdShopScript } from '../../src/sandbox/shop/firebird-script.ts';
import { createSampleWebsite } from '../../src/sandbox/shop/website/website.ts';
import { encodeWindows1252 } from '../../src/sandbox/shop/windows-1252.ts';
import { createDatabase, runIsql } from './isql.ts';
import { startFirebirdServer } from './provider.ts';

const statements = z.array(z.string());

/**
 * Serves the till of the sample shop with a website as a Firebird database until its standard input closes, for another process. Its first line is a JSON
 * document that says where the till is. Every line that it then reads is a JSON list of statements, which change the till
 * in one go, as the shop's people would; it answers each with `{"done":true}` or `{"failed":"…"}`.
 */
async function serveShop(parts: SampleShopParts): Promise<void> {
  const say = (fact: object): boolean => process.stdout.write(`${JSON.stringify(fact)}\n`);
  const { access, stop } = await startFirebirdServer();
  try {
    const { till } = createSampleWebsite(createSampleShop(parts));
    const database = await createDatabase(access, { name: 'sample-shop', script: firebirdShopScript(till) });
    const { host, port, user, password } = access;
    say({ host, port, user, password, database });
    for await (const line of createInterface({ input: process.stdin })) {
      const script = statements.parse(JSON.parse(line)).map((statement) => `${statement};\n`);
      await runIsql(access, database, encodeWindows1252(script.join(''))).then(
        () => say({ done: true }),
        (cause: unknown) => say({ failed: cause instanceof Error ? cause.message : String(cause) }),
      );
    }
  } finally {
    await stop();
  }
}

if (import.meta.main) {
  const options = { size: { type: 'string' }, 'as-of': { type: 'string' } } as const;
  const { size, 'as-of': asOf } = parseArgs({ options }).values;
  const parts = { ...(size !== undefined && { size: Number(size) }), ...(asOf !== undefined && { asOf }) };
  await serveShop(parts).catch((cause: unknown) => {
    console.error(cause instanceof Error ? cause.message : String(cause));
    process.exitCode = 1;
  });
}
