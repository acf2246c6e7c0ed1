import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildApp } from './build-app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const settings = read('electron-builder.yml');

interface Locked {
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const locked = (JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> }).packages;

/** Packages that electron-builder.yml leaves out, because the pages have them already. */
function isLeftOut(name: string): boolean {
  const [, listed = ''] = /'!node_modules\/\{(.+)\}\/\*\*'/.exec(settings) ?? [];
  const [, begun = ''] = /'!node_modules\/([\w-]+)\*\/\*\*'/.exec(settings) ?? [];
  expect([listed, begun]).not.toContain('');
  return name.startsWith(begun) || listed.split(',').some((each) => name === each || name.startsWith(`${each}/`));
}

/** The packages that scripts ask for by name. */
function packagesOf(folder: string): readonly string[] {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const asked = scripts.flatMap((name) => [
    ...readFileSync(join(folder, name), 'utf8').matchAll(
      /^(?:import|export) .*?from "([^".][^"]*)";$|import\("([^".]+)"\)/gm,
    ),
  ]);
  const names = asked
    .map(([, still, late]) => still ?? late ?? '')
    .filter((name) => !/^(?:node:|electron$)/.test(name));
  return [...new Set(names.map((name) => (name.startsWith('@') ? /^[^/]+\/[^/]+/ : /^[^/]+/).exec(name)?.[0] ?? name))];
}

test('the package has every package that its scripts need', async () => {
  const { main } = await buildApp('packaging');
  const needed = new Set<string>();
  const asked = packagesOf(dirname(main));
  const waiting = [...asked];
  expect(waiting).toEqual(expect.arrayContaining(['better-sqlite3', '@napi-rs/keyring', 'electron-updater', 'zod']));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    waiting.push(...Object.keys(locked[`node_modules/${name}`]?.dependencies ?? {}));
  }
  expect([...needed].filter(isLeftOut)).toEqual([]);
  expect(asked.filter((name) => locked[`node_modules/${name}`]?.dev === true)).toEqual([]);
});

test.each([
  ['win', ['win32-x64.node', 'win32-arm64.node']],
  ['mac', ['darwin-x64.node', 'darwin-arm64.node']],
  ['linux', ['linux-x64.node', 'linux-arm64.node']],
])('on %s the package has the native parts of that system, and no other', (system, own) => {
  const section = new RegExp(`^${system}:\\n((?: .*\\n)+)`, 'm').exec(settings)?.[1] ?? '';
  const [, left = ''] = /prebuilds\/\{(.+?)\}-\*'/.exec(section) ?? [];
  const parts = readdirSync(join(root, 'node_modules/better-sqlite3/prebuilds'));
  const packed = parts.filter((part) => !left.split(',').some((each) => part.startsWith(`${each}-`)));
  expect(packed.toSorted()).toEqual(own.toSorted());
});

test('Windows knows the installed program by the name that it gives itself', () => {
  const [, name] = /^appId: (.+)$/m.exec(settings) ?? [];
  expect(read('electron/start-app.ts')).toContain(`app.setAppUserModelId('${String(name)}')`);
});

test('an update on Windows says that it asks an administrator, so that it waits for a person', () => {
  // electron-builder writes `isAdminRightsRequired` only where both are said.
  expect(settings).toMatch(/^ {2}perMachine: true$/m);
  expect(settings).toMatch(/^ {2}packElevateHelper: true$/m);
});

test('the installed service is no short task: it ends by no clock, runs on battery, and starts again', () => {
  const service = read('build/service.ps1');
  for (const asked of [
    '-ExecutionTimeLimit ([TimeSpan]::Zero)',
    '-DontStopIfGoingOnBatteries',
    '-RestartCount',
    '--service',
  ]) {
    expect(service).toContain(asked);
  }
  // Windows PowerShell reads a script without a mark as the system's own character set.
  expect(Buffer.from(service).every((byte) => byte < 128)).toBe(true);
});
