import { createSampleMaker } from '../src/cli/sample/create-sample-maker.ts';
import { homeFolder } from '../src/settings/home-folder.ts';
import { systemClock } from '../src/support/clock.ts';
import { createHost } from '../src/sync/host/create-host.ts';
import { serveApp } from './engine/serve-app.ts';
import { startSandboxesHere } from './engine/start-sandboxes-here.ts';

// The engine's own process: it owns the home folder, and the app's windows and tray talk to it over message ports.
const host = await createHost({
  home: homeFolder(process.argv[2], process.env),
  environment: process.env,
  now: systemClock,
  sample: createSampleMaker({ now: systemClock, start: (home) => startSandboxesHere(home, systemClock) }),
});
await serveApp(host, process.parentPort);
process.exit();
