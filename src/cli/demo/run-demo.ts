import path from 'node:path';
import { shopEdits } from '../../sandbox/shop/edits.ts';
import { createSampleShop } from '../../sandbox/shop/shop.ts';
import { secretVariable, tillSecret } from '../../settings/secrets.ts';
import { writeFileWhole } from '../../support/write-file.ts';
import { createWords, type Words } from '../../support/words.ts';
import type { RunReport } from '../../sync/agent-contract.ts';
import { gatherExceptions } from '../../sync/exceptions.ts';
import type { Door } from '../door.ts';
import { commandName } from '../command-name.ts';
import { twoColumns } from '../examples.ts';
import { exitCodeOf, type ExitCode } from '../exit-codes.ts';
import { showOneRun } from '../one-run.ts';
import { labelsOf, withAgent, type Opened } from '../opened.ts';
import { sentIn } from '../run-lines.ts';
import { summaryLines } from '../summary-lines.ts';
import { openFirebirdTill } from './firebird-till.ts';
import { emptyDemoFolder, makeSampleHome, sampleProfile } from './home.ts';
import { startSandbox, type DemoSandbox } from './sandbox.ts';
import { openSqliteTill } from './sqlite-till.ts';
import type { DemoTill } from './till.ts';

/** How a demonstration is to be done. */
export interface DemoOptions {
  /** A folder of its own, absolute, which is emptied first. */
  readonly folder: string;
  readonly firebird?: boolean;
  readonly size?: number;
}

const usualRequestsPerMinute = 120;
const recordsPerRequest = 200;

/** What all parts of a demonstration share. */
interface Stage {
  readonly door: Door;
  readonly shop: ReturnType<typeof createSampleShop>;
  readonly till: DemoTill;
  readonly folder: string;
}

async function buildTill(door: Door, { folder, firebird = false, size }: DemoOptions): Promise<Omit<Stage, 'door'>> {
  const { screen } = door;
  const shop = createSampleShop(size === undefined ? {} : { size });
  const words = createWords({ country: 'GB', currency: 'GBP', timeZone: 'Europe/London' });
  const { customers, products, sales } = shop.frame;
  screen.say(
    `An invented shop for trying things out: ${shop.name}.`,
    `Building its till (${firebird ? 'Firebird' : 'SQLite'}): ${words.count(customers, 'customer')}, ${words.count(products, 'article')}, ${words.count(sales, 'sale')} over six years …`,
  );
  const open = firebird ? openFirebirdTill : openSqliteTill;
  const onRows = (rows: number) => screen.live([`  ${words.number(rows)} rows`]);
  const till = await open({ shop, folder, profile: sampleProfile, onRows });
  screen.live([]);
  return { shop, till, folder };
}

function withSecrets(door: Door, { folder, till }: Omit<Stage, 'door'>, sandbox: DemoSandbox): Door {
  const secrets = {
    [secretVariable('genieai')]: sandbox.apiKey,
    ...(till.password === undefined ? {} : { [secretVariable(tillSecret)]: till.password }),
  };
  return { ...door, home: () => folder, environment: { ...door.environment, ...secrets } };
}

/** What the stand-in's missing limit has to do with the time that the first run took. */
function paceLines(report: RunReport, words: Words): readonly string[] {
  const minutes = sentIn(report) / recordsPerRequest / usualRequestsPerMinute;
  return [
    `GenieAI is a stand-in on this computer here, without the real one’s limit of ${usualRequestsPerMinute} requests a minute.`,
    ...(minutes > 1
      ? [`With it the first run takes about ${words.span(minutes * 60_000)}; later ones send next to nothing.`]
      : []),
  ];
}

async function firstRun({ door }: Stage, opened: Opened): Promise<RunReport> {
  const { screen } = door;
  const { agent, settings, words } = opened;
  const report = await showOneRun(door, { opened, options: {}, title: 'first run' });
  if (report.run.outcome !== 'completed') return report;
  const exceptions = gatherExceptions(agent.problems, { shop: settings.shop, now: door.now() });
  screen.say(...summaryLines(report, exceptions, { screen, words, labels: labelsOf(agent) }));
  await writeFileWhole(path.join(door.home(), 'report.html'), exceptions.page());
  screen.say(...paceLines(report, opened.words).map((line) => screen.paint('quiet', line)));
  return report;
}

async function secondRun({ door, shop, till }: Stage, opened: Opened): Promise<RunReport> {
  const { screen } = door;
  const edits = shopEdits(shop, till.dialect);
  screen.say('', 'The next day in the shop:', ...edits.map(({ says }) => `  ${says}`), '');
  await till.change(edits.flatMap(({ statements }) => statements));
  const report = await showOneRun(door, { opened, options: { full: true }, title: 'second run' });
  if (report.run.outcome !== 'completed') return report;
  const { words } = opened;
  const rows = Object.values(report.read).reduce((sum, { rows: read }) => sum + read, 0);
  const { opened: found, closed, open } = report.problems;
  screen.say(
    `Only the differences went: ${words.count(sentIn(report), 'record')} of ${words.count(rows, 'row')} in the till.`,
    `${words.number(closed)} mended by the till, ${words.number(found)} new, ${words.number(open)} still to mend.`,
  );
  return report;
}

async function bothRuns(stage: Stage): Promise<ExitCode> {
  const { door, folder } = stage;
  return withAgent(door, async (opened) => {
    const first = await firstRun(stage, opened);
    if (first.run.outcome !== 'completed') {
      door.screen.answer({ first });
      return exitCodeOf(first.run);
    }
    const second = await secondRun(stage, opened);
    const command = commandName(door.environment);
    const where = path.relative(process.cwd(), folder) || '.';
    door.screen.say(
      '',
      'Have a look around:',
      ...twoColumns([
        [path.join(where, 'report.html'), 'what staff would be given'],
        [`${command} problems --home ${where}`, 'the same in the terminal'],
        [`${command} init`, 'your own till'],
      ]),
    );
    door.screen.answer({ first, second });
    return exitCodeOf(second.run);
  });
}

/** Builds the sample shop, syncs it, changes it, and syncs again; every helper is ended with it. */
export async function runDemo(door: Door, options: DemoOptions): Promise<ExitCode> {
  await emptyDemoFolder(options.folder);
  const built = await buildTill(door, options);
  try {
    const sandbox = await startSandbox();
    try {
      await makeSampleHome(options.folder, {
        name: built.shop.name,
        till: built.till.settings,
        destination: { kind: 'genieai', baseUrl: sandbox.url, requestsPerMinute: null },
      });
      return await bothRuns({ ...built, door: withSecrets(door, built, sandbox) });
    } finally {
      await sandbox.close();
    }
  } finally {
    await built.till.close();
  }
}
