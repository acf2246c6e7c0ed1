import { opendir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders of this computer. */
export interface Places {
  /** Where Firebird's own settings may stand. */
  readonly settings: readonly string[];
  /** Where tills keep their databases, with how deep to look. */
  readonly data: readonly { readonly folder: string; readonly depth: number }[];
}

/** What was found, without opening any of it. */
export interface FoundDatabases {
  /** Aliases first, then files, each once. */
  readonly databases: readonly string[];
  /** Ports that Firebird's settings name. */
  readonly ports: readonly number[];
}

/** So many entries are looked at in all: a full disk must not keep anybody waiting. */
const mostEntries = 20_000;
const mostDatabases = 50;

/** Databases of Firebird's own, and its example. */
const notATill = /^(?:security\d*|employee)\.fdb$/i;
const database = /\.(?:fdb|gdb)$/i;

/** The folders in which Firebird and tills are usually installed. */
export function usualPlaces(platform: string, environment: Readonly<Record<string, string | undefined>>): Places {
  if (platform !== 'win32') {
    const versions = ['2.5', '3.0', '4.0', '5.0'];
    return {
      settings: ['/etc/firebird', '/opt/firebird', ...versions.map((version) => `/etc/firebird/${version}`)],
      data: ['/var/lib/firebird', '/opt/firebird', '/srv', '/data'].map((folder) => ({ folder, depth: 3 })),
    };
  }
  const programs = [environment['ProgramFiles'], environment['ProgramFiles(x86)']].filter((each) => each !== undefined);
  const drives = ['C:\\', 'D:\\'];
  const versions = ['2_5', '3_0', '4_0', '5_0'];
  return {
    settings: programs.flatMap((folder) => versions.map((version) => join(folder, 'Firebird', `Firebird_${version}`))),
    data: [
      ...[environment['ProgramData'], environment['PUBLIC']]
        .filter((each) => each !== undefined)
        .map((folder) => ({ folder, depth: 3 })),
      ...programs.map((folder) => ({ folder, depth: 3 })),
      // A till's own folder stands at the root of a drive, with its data in it.
      ...drives.map((folder) => ({ folder, depth: 2 })),
    ],
  };
}

/** Looks through the places, the most likely first, until enough was looked at or found. What may not be read is left out. */
export async function findDatabases({ settings, data }: Places, signal: AbortSignal): Promise<FoundDatabases> {
  const aliases = new Set<string>();
  const ports = new Set<number>();
  for (const folder of settings) {
    for (const file of ['databases.conf', 'aliases.conf']) {
      for (const alias of aliasesIn(await textOf(join(folder, file)))) aliases.add(alias);
    }
    const port = portIn(await textOf(join(folder, 'firebird.conf')));
    if (port !== undefined) ports.add(port);
  }
  const files = new Set<string>();
  const looked = { entries: 0 };
  for (const { folder, depth } of data) await lookThrough(folder, depth, { files, looked, signal });
  return { databases: [...aliases, ...files].slice(0, mostDatabases), ports: [...ports] };
}

/** The aliases of a `databases.conf`: `till = C:\Till\TILL.FDB`; those of Firebird's own databases left out. */
export function aliasesIn(text: string): readonly string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, name = '', path = ''] = /^\s*([^\s#={}]+)\s*=\s*([^#{]+)/.exec(line) ?? [];
    const isDatabase =
      database.test(path.trim()) &&
      !notATill.test(
        path
          .trim()
          .split(/[\\/)]/)
          .at(-1) ?? '',
      );
    return isDatabase ? [name] : [];
  });
}

function portIn(text: string): number | undefined {
  const port = Number(/^\s*RemoteServicePort\s*=\s*(\d+)/m.exec(text)?.[1]);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

interface Looking {
  readonly files: Set<string>;
  readonly looked: { entries: number };
  readonly signal: AbortSignal;
}

async function lookThrough(folder: string, depth: number, looking: Looking): Promise<void> {
  const inside: string[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      looking.signal.throwIfAborted();
      if (++looking.looked.entries > mostEntries || looking.files.size >= mostDatabases) return;
      const path = join(folder, entry.name);
      if (entry.isFile() && database.test(entry.name) && !notATill.test(entry.name)) looking.files.add(path);
      else if (entry.isDirectory() && depth > 1) inside.push(path);
    }
  } catch {
    // What cannot be looked into says nothing.
    looking.signal.throwIfAborted();
  }
  for (const each of inside) await lookThrough(each, depth - 1, looking);
}
