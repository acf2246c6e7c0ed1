import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHttpApi } from '../src/api/http.ts';
import { createRouter } from '../src/api/router.ts';
import { createSampleMaker } from '../src/cli/sample/create-sample-maker.ts';
import { keepNetworkConsole } from '../src/console/keep-network-console.ts';
import { createStaffDoor } from '../src/console/staff-door.ts';
import { homeFolder } from '../src/settings/home-folder.ts';
import { systemClock } from '../src/support/clock.ts';
import { createLog } from '../src/support/log.ts';
import { createHost } from '../src/sync/host/create-host.ts';
import { serveApp } from './engine/serve-app.ts';
import { startSandboxesHere } from './engine/start-sandboxes-here.ts';

// The engine's own process: it owns the home folder, and the app's windows and tray talk to it over message ports. Where
// the owner wants it, staff at the shop's other tills come in here, too.
const home = homeFolder(process.argv[2], process.env);
const staffDoor = createStaffDoor(home);
const host = await createHost({
  home,
  staffDoor,
  environment: process.env,
  now: systemClock,
  sample: createSampleMaker({ now: systemClock, start: (folder) => startSandboxesHere(folder, systemClock) }),
});
const log = createLog({ folder: path.join(home, 'logs'), now: systemClock });
const network = keepNetworkConsole({
  home,
  renderer: fileURLToPath(new URL('../renderer', import.meta.url)),
  api: createHttpApi(createRouter(host)),
  now: systemClock,
  log,
  wish: () => host.desk.settings()?.console,
});
staffDoor.reachedBy(network.reach);

/** The door first, then what is behind it: nobody comes in and finds the house empty. */
async function closeAll(): Promise<void> {
  await network.close();
  await host.close();
}

await serveApp({ ...host, close: closeAll }, process.parentPort);
log.close();
process.exit();
