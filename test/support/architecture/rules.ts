import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import {
  connectorRegistry,
  importTable,
  packageHomes,
  sharedByConnectors,
  withoutNode,
  type Permission,
} from './import-table.ts';
import type { Import, Source } from './source.ts';

/** The longest that a file may be. */
const mostLines = 300;

/** Where the machine may be asked for the time, besides the tests and the screens, which show it; chance comes from outside everywhere. */
const clock = 'src/support/clock.ts';

/** Everything that the house's rules have against a file, each in a sentence; nothing where it keeps to them. */
export function complaintsAbout(source: Source): readonly string[] {
  const { path, lines, imports, handsOn, asksTheMachine, changingState } = source;
  const complaints = imports.flatMap((wanted) => complaintAboutImport(path, wanted));
  if (lines > mostLines) complaints.push(`has ${lines} lines; ${mostLines} are the most`);
  if (handsOn) complaints.push('hands on the exports of another file; import from where they are made');
  if (path !== clock && !['test', 'renderer'].includes(topOf(path)))
    complaints.push(...asksTheMachine.map((written) => `calls ${written}; be handed a clock or chance instead`));
  if (isProduct(path)) complaints.push(...changingState.map((name) => `keeps changing state in its own \`${name}\``));
  return complaints.map((complaint) => `${path} ${complaint}`);
}

function complaintAboutImport(path: string, { specifier, typeOnly }: Import): string[] {
  if (specifier.startsWith('.')) {
    const target = posix.normalize(posix.join(posix.dirname(path), specifier));
    return mayImportFile(path, target, typeOnly)
      ? []
      : [`may not import ${typeOnly ? 'types' : 'values'} of ${target}`];
  }
  if (!isProduct(path)) return [];
  if (isBuiltin(specifier)) {
    if (!specifier.startsWith('node:')) return [`imports ${specifier} without \`node:\``];
    return withoutNode.some((name) => name === folderOf(path)) ? [`may not import ${specifier}`] : [];
  }
  return mayImportPackage(path, packageOf(specifier)) ? [] : [`is not the home of ${packageOf(specifier)}`];
}

function mayImportPackage(path: string, name: string): boolean {
  if (name === 'zod') return true;
  return packageHomes[name]?.some((home) => path.startsWith(home)) ?? false;
}

function mayImportFile(path: string, target: string, typeOnly: boolean): boolean {
  if (!isProduct(target)) return mayUseHelpers(path, target);
  if (!isProduct(path)) return true;
  const [from, to] = [folderOf(path), folderOf(target)];
  if (from === 'connectors' && to === 'connectors') return mayImportConnector(path, target);
  if (from === to) return true;
  const permission: Permission | undefined = importTable[from];
  if (!permission) return false;
  if (permission.values.includes(to)) return true;
  if (permission.valuesOf?.some((allowed) => target.startsWith(allowed))) return true;
  return typeOnly && [permission.types?.includes(to), permission.typesOfFiles?.includes(target)].includes(true);
}

/** Tests may use everything and nothing uses them; the bench and the scripts may use the product and the scripts. */
function mayUseHelpers(path: string, target: string): boolean {
  const [from, to] = [topOf(path), topOf(target)];
  if (from === 'test') return true;
  if (from === 'bench') return to === 'bench' || to === 'scripts';
  return from === 'scripts' && to === 'scripts';
}

function mayImportConnector(path: string, target: string): boolean {
  if (path === connectorRegistry || sharedByConnectors.some((shared) => target.startsWith(shared))) return true;
  const folder = posix.dirname(path);
  const own = folder.split('/').slice(0, 3).join('/');
  return own !== 'src/connectors' && target.startsWith(`${own}/`);
}

function isProduct(path: string): boolean {
  return topOf(path) === 'src' || isDoor(path);
}

/** The screens and the window stand beside `src/`, as folders of their own. */
function isDoor(path: string): boolean {
  return topOf(path) === 'renderer' || topOf(path) === 'electron';
}

function topOf(path: string): string {
  return path.split('/', 1)[0] ?? '';
}

/** `src/model/money.ts` → model; `src/cli.ts` → cli; `renderer/app.tsx` → renderer. */
function folderOf(path: string): string {
  if (isDoor(path)) return topOf(path);
  return (path.split('/')[1] ?? '').replace(/\.ts$/, '');
}

/** `@hono/node-server/utils` → @hono/node-server. */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
