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

/** unit: small and quick, many files in one process (importing anew for each took two thirds of the time), so no test
 * there may change what others see (environment, globals, mocks of modules); readers: files of every format, pictures and
 * recognition; system: whole processes, kills and many rows; data: needs ../shared (skips without it); browser: needs a
 * Chromium. */
const SYSTEM = [
  'test/answer/llm/{mutated,adversarial/adversarial}.test.ts',
  'test/cli/**/*.test.ts',
  'test/bot/{guidance,nothing-lost,resilience,test-api,whole-app,whole-test-api}.test.ts',
  'test/store/uploads/atomic.test.ts',
  'test/web/desk-scale.test.ts',
  'test/wiring/{chains,consolidation,department-scope,embedding-failures,fresh-during-ingest,known-answers,model-scope,secret-traces,standing,transitional,uploads,vectors,web-only}.test.ts',
];
const READERS = [
  'test/ingest/page-picture/**/*.test.ts',
  'test/ingest/readers/{pdf-layout,pdf-tables,read-source,refused-bytes,stamp-marks,tiff,hostile,pdf-bounds}.test.ts',
  'test/ingest/reading/**/*.test.ts',
  'test/ingest/safety/pictured-stamps.test.ts',
  'test/bot/{asking,reading-progress}.test.ts',
  'test/web/originals.test.ts',
];

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/data/**', 'test/browser/**', ...READERS, ...SYSTEM],
          testTimeout: 20_000,
        },
      },
      { test: { ...common, name: 'readers', include: READERS, testTimeout: 60_000 } },
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
