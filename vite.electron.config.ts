import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const build = fileURLToPath(new URL('build', import.meta.url));

/** The program's own pictures go with it. */
const pictures: Plugin = {
  name: 'pictures',
  writeBundle({ dir }) {
    cpSync(`${build}/tray`, `${dir}/icons`, { recursive: true });
    cpSync(`${build}/icon.png`, `${dir}/icons/icon.png`);
  },
};

/**
 * The app's own scripts, types taken off and each in one piece. Packages stay packages: some have native parts, and those
 * come with the program as they are. `--mode preload` builds the one script that runs in the sandbox, where there are no
 * modules; it does so beside what stands there.
 */
export default defineConfig(({ mode }) => ({
  build: {
    ssr: true,
    outDir: 'dist/electron',
    emptyOutDir: mode !== 'preload',
    target: 'node24',
    minify: false,
    rolldownOptions: {
      external: ['electron'],
      ...(mode === 'preload'
        ? { input: 'electron/preload.ts', output: { format: 'cjs', entryFileNames: 'preload.cjs' } }
        : {
            input: { main: 'electron/main.ts', engine: 'electron/engine.ts' },
            output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' },
          }),
    },
  },
  plugins: mode === 'preload' ? [] : [pictures],
}));
