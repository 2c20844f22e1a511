import { statfsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const MEMORY = '/dev/shm';
const NEEDED_BYTES = 2 ** 30;

/** Temporary folders in memory where there is room: every commit of a test's database waits for the disk otherwise, and
 * opening one takes three times as long. */
function quickFolders(): Record<string, string> {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > NEEDED_BYTES ? { TMPDIR: MEMORY } : {};
  } catch {
    return {};
  }
}

const common = { environment: 'node', pool: 'forks', maxWorkers: 2, env: quickFolders() } as const;

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
