import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { runCli } from '../../src/cli/run-cli.ts';
import { createSampleMaker } from '../../src/cli/sample/create-sample-maker.ts';
import { systemClock } from '../../src/support/clock.ts';
import { keptStream } from '../kept-stream.ts';
import { terminalPage, type TerminalText } from './terminal-page.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const columns = 118;
const schemes = ['light', 'dark'] as const;

/** Runs a command line and answers what it printed for whoever sits there; with `--json` the document. */
async function printed(argv: readonly string[], environment: Readonly<Record<string, string>>): Promise<string> {
  const { stream, text } = keptStream(columns);
  const { signal } = new AbortController();
  await runCli(argv, {
    environment,
    stdin: process.stdin,
    stdout: stream,
    stderr: keptStream(columns).stream,
    now: systemClock,
    signal,
  });
  return text();
}

async function take(browser: Browser, name: string, text: TerminalText): Promise<void> {
  for (const colorScheme of schemes) {
    const context = await browser.newContext({
      colorScheme,
      deviceScaleFactor: 1.4,
      viewport: { width: 1400, height: 900 },
    });
    const page = await context.newPage();
    await page.setContent(terminalPage(text));
    await page
      .locator('main')
      .screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`), omitBackground: true });
    await context.close();
  }
}

const listed = z.object({ problems: z.array(z.object({ id: z.number(), suggestion: z.unknown() })) });

/** Somebody who emptied the list of customers by half a hand: more than a guard lets through. */
const deleteMany = `DELETE FROM CUST WHERE rowid % 13 = 0`;

/** Makes the pictures of the terminal again, each from what the command printed, on the invented shop. */
export async function takeTerminal(browser: Browser): Promise<void> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'tillbridge-pictures-'));
  const home = path.join(scratch, 'shop');
  const here = process.cwd();
  const sandboxes = await createSampleMaker({ now: systemClock }).make(home);
  const environment = { TILLBRIDGE_HOME: home, ...sandboxes.secrets };
  const command = async (name: string, argv: readonly string[]) =>
    take(browser, name, {
      title: 'Terminal',
      typed: ['tillbridge', ...argv].join(' '),
      printed: await printed(argv, environment),
    });
  try {
    await printed(['sync'], environment);
    await command('problems', ['problems', '--rule', 'bad_phone']);
    const { problems } = listed.parse(
      JSON.parse(await printed(['problems', '--rule', 'bad_postcode', '--all', '--json'], environment)),
    );
    const told = problems.find(({ suggestion }) => suggestion) ?? problems[0];
    await command('show', ['problems', 'show', String(told?.id)]);
    const till = new DatabaseSync(path.join(home, 'till.db'));
    till.exec(deleteMany);
    till.close();
    await command('guard', ['sync']);
    // What it prints of its folder goes by where it stands.
    const elsewhere = path.join(scratch, 'tillbridge');
    await mkdir(elsewhere);
    process.chdir(elsewhere);
    await take(browser, 'demo', {
      title: 'npm run demo',
      printed: await printed(['demo', '--exit'], { npm_lifecycle_event: 'demo' }),
    });
  } finally {
    process.chdir(here);
    await sandboxes.close();
    await rm(scratch, { recursive: true, force: true });
  }
}
