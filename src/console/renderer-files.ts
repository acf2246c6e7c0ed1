import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { TillbridgeError } from '../support/errors.ts';

/** One file of the built renderer. */
export interface RendererFile {
  readonly body: Buffer;
  readonly type: string;
  /** Its name changes with its content, so browsers may keep it. */
  readonly lasting: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/**
 * The files of the built renderer, by their path in an address. They are read once, and what is asked for is looked up
 * among them: no address leads to any other file. Throws a `TillbridgeError` where the renderer was not built.
 */
export async function readRenderer(folder: string): Promise<ReadonlyMap<string, RendererFile>> {
  const files = new Map<string, RendererFile>();
  // Names alone: inside the packaged program's archive, Electron takes folders for files where it is asked for both.
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names) {
    const type = types[path.extname(name)];
    if (type === undefined) continue;
    const address = `/${name.split(path.sep).join('/')}`;
    files.set(address, {
      body: await readFile(path.join(folder, name)),
      type,
      lasting: address.startsWith('/assets/'),
    });
  }
  if (files.has('/index.html')) return files;
  throw new TillbridgeError('settings', 'opening the console: its pages were not built', {
    hint: 'Build them with "npm run build".',
  });
}
