import { defineConfig } from 'vitest/config';

// The machine's own zone and language hide mistakes, so tests run far from Greenwich and in German. This has to stand in
// the environment before the workers start: ICU reads the language once, at the start of a process.
Object.assign(process.env, { TZ: 'Pacific/Chatham', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' });

export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: ['test/support/global-set-up.ts'],
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    reporters: ['default', './test/support/summary-reporter.ts'],
    // Bounds for what hangs, not for what is slow: a busy machine comes to everything, later.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    restoreMocks: true,
  },
});
