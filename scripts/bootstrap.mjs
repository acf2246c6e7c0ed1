#!/usr/bin/env node
// Runs a script of ours on any machine with Node 18 or newer: installs what the lock file names where that is not yet
// in place, then starts the script on Node 24, which comes as a development dependency; builds the screens for whoever
// shows them. Usage: bootstrap.mjs [script args…]; `start` is the window, or the command line where arguments follow.
// It is plain JavaScript without dependencies, because it runs before there are any.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, electronHere, program as windowProgram, screens } from './screens.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const node24 = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const major = (version) => Number(version.split('.', 1)[0]);

/** Stops with one line that a person can act on. */
function giveUp(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** Whether npm's own note of what it installed has everything that the lock file names for a machine like this. */
function isInstalled() {
  const installed = packagesOf(join(modules, '.package-lock.json'));
  return Object.entries(packagesOf(join(root, 'package-lock.json')))
    .filter(([path]) => path !== '')
    .every(([path, wanted]) =>
      installed[path] === undefined
        ? wanted.optional === true && !isForThisMachine(wanted)
        : installed[path].version === wanted.version,
    );
}

/** Optional packages that name no machine are parts of others, and come with those. */
function isForThisMachine({ os = [], cpu = [], libc = [libcHere()] }) {
  return os.includes(process.platform) && cpu.includes(process.arch) && libc.includes(libcHere());
}

function libcHere() {
  return process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
}

/** Runs npm on a Node of our choice; what it says goes to stderr, since stdout is the script's. */
function npm(program, ...args) {
  const { npm_execpath: cli, PATH: path } = process.env;
  const byNpm = cli !== undefined && /npm-cli\.c?js$/.test(cli);
  const [command, first] = byNpm ? [program, [cli]] : ['npm', []];
  const { status } = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !byNpm && process.platform === 'win32',
    env: { ...process.env, PATH: [dirname(program), path].join(delimiter) },
  });
  return status === 0;
}

/**
 * Installs without the packages' scripts: the only one that we need is run by `setUpNode24`, and the others would call
 * for a compiler. An old npm leaves out what says that it needs a newer Node, so Node 24 looks over what it did.
 */
function install() {
  process.stderr.write('Installing what package-lock.json names …\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];
  // The machine's own Node, not one from node_modules, which npm is about to remove.
  const own = process.env.npm_node_execpath ?? process.execPath;
  if (npm(own, 'ci', ...quiet) && (isInstalled() || npm(node(), 'install', '--no-save', ...quiet)) && isInstalled())
    return;
  giveUp(
    'Installing failed: see above what npm says, mend it (is the registry in reach?), and run the same command again.',
  );
}

/** What the `node` package's install script does: fetches the binary of this machine's kind and puts it in place. */
function setUpNode24() {
  process.stderr.write('Fetching Node 24 for this machine …\n');
  // Under a Node inside node_modules npm's own shebang would find the binary that is only now being put there.
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.startsWith(modules));
  const { status } = spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: join(modules, 'node'),
    env: { ...process.env, PATH: path.join(delimiter), npm_config_ignore_scripts: 'true' },
    stdio: ['ignore', 2, 2],
  });
  // Puts it into node_modules/.bin too, for whoever calls a tool by hand.
  if (status === 0 && existsSync(node24) && npm(node24, 'rebuild', 'node', '--ignore-scripts')) return;
  giveUp('Fetching Node 24 failed: see above, or put Node 24 or newer first in PATH, and run the same command again.');
}

/** The Node to run on. */
function node() {
  if (existsSync(node24)) return node24;
  if (major(process.versions.node) >= 24) return process.execPath;
  setUpNode24();
  return node24;
}

/** Whether this script shows the screens: then they have to be as new as their sources. */
function showsScreens(script, args) {
  if (['scripts/test.ts', 'scripts/pictures.ts', 'bench/run.ts'].includes(script)) return true;
  const command = args.find((arg) => !arg.startsWith('-'));
  const shows = command === 'console' || (command === 'demo' && !args.includes('--exit'));
  return script === 'src/cli.ts' && shows && !args.some((arg) => arg === '--help' || arg === '-h');
}

/** Builds what is not as new as its sources, or stops. */
function buildAll(...wanted) {
  for (const each of wanted) if (!build(root, node(), each)) giveUp(`Building ${each.label} failed: see above.`);
}

/** `npm start`: the command line where something was said to it; else the window, and where there is none the console. */
function start(args) {
  const electron = args.length === 0 ? electronHere(root) : undefined;
  if (args.length > 0) runScript('src/cli.ts', args);
  else if (electron === undefined) {
    process.stderr.write(
      'There is no Electron, or no display, on this machine: the screens open in a browser instead.\n',
    );
    runScript('src/cli.ts', ['console', '--open']);
  } else {
    buildAll(screens, windowProgram);
    run(electron, [join(root, 'dist/electron/main.js')], dirname(node()));
  }
}

/** Runs a script of ours on Node 24. */
function runScript(script, args) {
  if (showsScreens(script, args)) buildAll(screens);
  const limits = script.startsWith('src/') || script.startsWith('bench/') ? modest : [];
  run(node(), [...limits, resolve(root, script), ...args], dirname(node()));
}

/**
 * A shop server has other work to do: young objects get 16 MB at a time, however much memory there is, and old ones a bound
 * that the engine never comes near. With 8 MB a first load spends a few hundredths more on collecting them.
 */
const modest = ['--max-semi-space-size=16', '--max-old-space-size=512'];

/** Runs a program to its end, with our Node and the tools of this tree first in PATH. */
function run(program, args, folder) {
  const child = spawn(program, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH: [folder, join(modules, '.bin'), process.env.PATH].join(delimiter) },
  });
  // Ctrl-C reaches the child by itself, and it may need a moment; a signal to us alone is passed on.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', ({ message }) => giveUp(`Starting ${program} failed: ${message}`));
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

if (major(process.versions.node) < 18)
  giveUp(`Tillbridge needs Node 18 or newer to set itself up; this is ${process.version}.`);
if (!isInstalled()) install();
const [script, ...args] = process.argv.slice(2);
if (script === undefined) node();
else if (script === 'start') start(args);
else if (script === 'build') buildAll(screens, windowProgram);
else runScript(script, args);
