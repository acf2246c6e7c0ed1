import path from 'node:path';
import { secretVariable, tillSecret } from '../../settings/secrets.ts';
import { commandName } from '../command-name.ts';
import type { Door } from '../door.ts';
import { twoColumns } from '../examples.ts';
import { exitCodeOf, exitCodes, type ExitCode } from '../exit-codes.ts';
import { withAgent } from '../opened.ts';
import { stayAtConsole } from '../stay-at-console.ts';
import type { RunReport } from '../../sync/agent-contract.ts';
import { showBothSources } from './both-sources.ts';
import { firstRun } from './first-run.ts';
import { emptyDemoFolder, makeSampleHome } from './home.ts';
import { startSandbox, type DemoSandbox } from './sandbox.ts';
import { secondRun } from './second-run.ts';
import { buildTill, inventShop, type DemoOptions, type Stage } from './stage.ts';
import { startWebsite } from './website.ts';

/** Something to be ended, whatever happens. */
interface Closing {
  close(): Promise<void>;
}

function withSecrets(door: Door, { folder, till, website }: Omit<Stage, 'door'>, sandbox: DemoSandbox): Door {
  const secrets = {
    [secretVariable('genieai')]: sandbox.apiKey,
    [secretVariable('squarespace')]: website.apiKey,
    ...(till.password === undefined ? {} : { [secretVariable(tillSecret)]: till.password }),
  };
  return { ...door, home: () => folder, environment: { ...door.environment, ...secrets } };
}

async function bothRuns(stage: Stage): Promise<Answer> {
  const { door, folder } = stage;
  return withAgent(door, async (opened) => {
    const first = await firstRun(stage, opened);
    if (first.run.outcome !== 'completed') return { first };
    const next = await secondRun(stage, opened);
    const second = next.report;
    if (second.run.outcome === 'completed') await showBothSources(stage, opened, next);
    const command = commandName(door.environment);
    const where = path.relative(process.cwd(), folder) || '.';
    door.screen.say(
      '',
      'Have a look around:',
      ...twoColumns([
        [path.join(where, 'report.html'), 'what staff would be given'],
        [`${command} problems --home ${where}`, 'the same in the terminal'],
        [`${command} stock --home ${where}`, 'what the website offers, article by article'],
        [`${command} init`, 'your own till'],
      ]),
    );
    return { first, second };
  });
}

type Answer = Partial<Record<'first' | 'second', RunReport>>;

/** What a demonstration came to: of its second run, or of the first where that did not complete. */
function codeOf({ first, second = first }: Answer): ExitCode {
  return second ? exitCodeOf(second.run) : exitCodes.defect;
}

/** The screens on the demonstration's home, until somebody ends it. */
async function lookAround(door: Door, answer: Answer): Promise<void> {
  door.screen.say('', 'And on the screens:');
  const { openShopConsole } = await import('../shop-console.ts');
  const shop = await openShopConsole({ home: door.home(), environment: door.environment, now: door.now, port: 0 });
  await stayAtConsole(door, shop, { open: true, answer: (place) => ({ ...answer, console: place }) });
}

/** Builds the sample shop with its website, syncs them, changes both, syncs again, and opens the screens; every helper is ended with it. */
export async function runDemo(door: Door, options: DemoOptions): Promise<ExitCode> {
  const { folder } = options;
  const started: Closing[] = [];
  const keep = <Helper extends Closing>(helper: Helper): Helper => {
    started.push(helper);
    return helper;
  };
  const sample = inventShop(door, options);
  await emptyDemoFolder(folder);
  try {
    const till = keep(await buildTill(door, sample, options));
    const sandbox = keep(await startSandbox());
    const website = keep(await startWebsite(sample.content(), folder));
    await makeSampleHome(folder, {
      name: sample.till.name,
      till: till.settings,
      destination: { kind: 'genieai', baseUrl: sandbox.url, requestsPerMinute: null },
      website: { kind: 'squarespace', baseUrl: website.url, requestsPerMinute: null },
    });
    const stage = { sample, till, website, folder };
    const dressed = withSecrets(door, stage, sandbox);
    const answer = await bothRuns({ ...stage, door: dressed });
    if (options.exit || answer.second?.run.outcome !== 'completed') door.screen.answer(answer);
    else await lookAround(dressed, answer);
    return codeOf(answer);
  } finally {
    await Promise.all(started.map((helper) => helper.close()));
  }
}
