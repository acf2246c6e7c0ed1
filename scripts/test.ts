import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium/find-chromium.ts';
import { findFirebird } from './firebird/provider.ts';

/** Runs all tests, or those that the arguments name, once it is certain that a real Firebird and a real browser can be had. */
async function testAll(args: readonly string[]): Promise<number> {
  try {
    const { label } = await findFirebird(process.env);
    console.log(`Firebird for these tests: ${label}.`);
    console.log(`Browser for these tests: ${await findChromium(process.env)}.`);
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : String(cause));
    return 1;
  }
  return spawnSync('vitest', ['run', ...args], { stdio: 'inherit' }).status ?? 1;
}

process.exitCode = await testAll(process.argv.slice(2));
