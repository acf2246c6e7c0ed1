// Builds the screens where what stands in dist/ is older than their sources. Plain JavaScript, because the bootstrap uses it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the screens are made from, relative to the root. The words of the engine come over the api, not from the build. */
const sources = ['renderer', 'vite.config.ts', 'package-lock.json'];

/** When a file, or the newest of a folder, was changed; 0 for what is not there. */
function changedAt(file) {
  if (!existsSync(file)) return 0;
  const found = statSync(file);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(file).map((name) => changedAt(join(file, name))));
}

/** Whether the built screens are as new as their sources. */
export function areBuilt(root) {
  const built = changedAt(join(root, 'dist/renderer/index.html'));
  return built > 0 && sources.every((name) => changedAt(join(root, name)) <= built);
}

/** Builds them on this Node; answers whether they stand. What the builder says is shown only where it fails. */
export function buildScreens(root, node) {
  process.stderr.write('Building the screens …\n');
  const builder = join(root, 'node_modules/vite/bin/vite.js');
  const { status, stdout, stderr } = spawnSync(node, [builder, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) process.stderr.write(`${stdout}${stderr}`);
  return status === 0;
}
