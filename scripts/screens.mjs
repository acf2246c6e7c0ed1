// Builds the screens, and the window's program, where what stands in dist/ is older than its sources. Plain JavaScript,
// because the bootstrap uses it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What is built: the file by which one sees when, what it is made from, and the builder's arguments, a line a step. */
export const screens = {
  label: 'the screens',
  built: 'dist/renderer/index.html',
  // The words of the engine come over the api, not from the build.
  sources: ['renderer', 'vite.config.ts', 'package-lock.json'],
  steps: [[]],
};
export const program = {
  label: 'the window',
  built: 'dist/electron/preload.cjs',
  sources: ['electron', 'src', 'build', 'vite.electron.config.ts', 'package-lock.json'],
  steps: [
    ['--config', 'vite.electron.config.ts'],
    ['--config', 'vite.electron.config.ts', '--mode', 'preload'],
  ],
};

/** When a file, or the newest of a folder, was changed; 0 for what is not there. */
function changedAt(file) {
  if (!existsSync(file)) return 0;
  const found = statSync(file);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(file).map((name) => changedAt(join(file, name))));
}

function isNew(root, { built, sources }) {
  const at = changedAt(join(root, built));
  return at > 0 && sources.every((name) => changedAt(join(root, name)) <= at);
}

/** Builds it on this Node where it is not new; answers whether it stands. What the builder says is shown only where it fails. */
export function build(root, node, wanted) {
  if (isNew(root, wanted)) return true;
  process.stderr.write(`Building ${wanted.label} …\n`);
  return wanted.steps.every((step) => {
    const builder = join(root, 'node_modules/vite/bin/vite.js');
    const { status, stdout, stderr } = spawnSync(node, [builder, 'build', '--logLevel', 'warn', ...step], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) process.stderr.write(`${stdout}${stderr}`);
    return status === 0;
  });
}

/** Electron's binary where it is on this machine and has a display to show on; else undefined. */
export function electronHere(root) {
  const { DISPLAY, WAYLAND_DISPLAY, ELECTRON_OVERRIDE_DIST_PATH: named } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return undefined;
  const own = join(root, 'node_modules/electron');
  if (!existsSync(join(own, 'path.txt'))) return undefined;
  const binary = join(named ?? join(own, 'dist'), readFileSync(join(own, 'path.txt'), 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}
