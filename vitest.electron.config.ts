import { defineConfig } from 'vitest/config';

/** The app as a whole on the real binary, on any system: without what the other tests need around them. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/electron/end-to-end.test.ts'],
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
