import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The screens, built for both doors: Electron's `app://` and the console's own server. */
export default defineConfig({
  root: 'renderer',
  // Both doors serve it from their root, and addresses of screens have several parts.
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // Inlined files would need a looser policy than ours.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // The packages' licences go with what was made of them.
    license: { fileName: 'licences.txt' },
  },
});
