import path from 'node:path';
import { secretVariable, tillSecret } from '../../settings/secrets.ts';
import { commandName } from '../command-name.ts';
import type { Door } from '../door.ts';
import { twoColumns } from '../examples.ts';
import { exitCodeOf, type ExitCode } from '../exit-codes.ts';
import { withAgent } from '../opened.ts';
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

async function bothRuns(stage: Stage): Promise<ExitCode> {
  const { door, folder } = stage;
  return withAgent(door, async (opened) => {
    const first = await firstRun(stage, opened);
    if (first.run.outcome !== 'completed') {
      door.screen.answer({ first });
      return exitCodeOf(first.run);
    }
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
    door.screen.answer({ first, second });
    return exitCodeOf(second.run);
  });
}

/** Builds the sample shop with its website, syncs them, changes both, and syncs again; every helper is ended with it. */
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
    return await bothRuns({ ...stage, door: withSecrets(door, stage, sandbox) });
  } finally {
    await Promise.all(started.map((helper) => helper.close()));
  }
}
