import { defineConfig } from 'vitest/config';

const common = { environment: 'node', pool: 'forks', maxWorkers: 2 } as const;

/** unit: small and quick; system: whole processes and many rows; data: needs ../shared (skips without it); browser: needs a
 * Chromium. */
const SYSTEM = ['test/cli/**/*.test.ts', 'test/bot/nothing-lost.test.ts', 'test/web/desk-scale.test.ts'];

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/data/**', 'test/browser/**', ...SYSTEM],
          testTimeout: 20_000,
        },
      },
      { test: { ...common, name: 'system', include: SYSTEM, testTimeout: 120_000 } },
      {
        test: {
          ...common,
          name: 'data',
          include: ['test/data/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          ...common,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
