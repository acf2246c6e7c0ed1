import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where a build of the app's stands. */
export interface BuiltApp {
  readonly main: string;
  readonly engine: string;
  readonly preload: string;
  readonly icons: string;
  readonly renderer: string;
}

/**
 * Builds the app's scripts as they are shipped, into a folder of their own inside the tree, from where they find their
 * packages. Its pages are one page that says nothing.
 */
export async function buildApp(name: string): Promise<BuiltApp> {
  const folder = join(root, 'dist', `test-${name}`);
  const outDir = join(folder, 'electron');
  for (const mode of ['production', 'preload']) {
    await build({
      root,
      configFile: join(root, 'vite.electron.config.ts'),
      mode,
      logLevel: 'error',
      build: { outDir },
    });
  }
  const renderer = join(folder, 'renderer');
  mkdirSync(renderer, { recursive: true });
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Tillbridge</title>');
  writeFileSync(join(renderer, 'page.js'), '');
  return {
    main: join(outDir, 'main.js'),
    engine: join(outDir, 'engine.js'),
    preload: join(outDir, 'preload.cjs'),
    icons: join(outDir, 'icons'),
    renderer,
  };
}
