import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ingestFile, type PipelineDeps } from '../../src/ingest/pipeline.ts';
import { type SyncStore, sliceChanges } from '../../src/ingest/sync.ts';
import { understandFile } from '../../src/ingest/understand.ts';
import type { DocumentId } from '../../src/legal/model.ts';
import { createSyncStore } from '../../src/store/core/sync-store.ts';
import { openDatabase } from '../../src/store/database.ts';
import { temporaryFolder } from '../support/temporary.ts';

const RECORDS = 250;

const lines = (word: string, count = RECORDS) =>
  Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      ma_thu_tuc: `1.${String(100_000 + i)}`,
      ten_thu_tuc: `Thủ tục thử số ${i}`,
      cap_thuc_hien: 'Cấp Xã',
      trinh_tu_thuc_hien: `Bước 1: ${word} số ${i} tại Trung tâm Phục vụ hành chính công.`,
    }),
  ).join('\n');

async function started() {
  const folder = await temporaryFolder();
  const path = join(folder, 'records.jsonl');
  const db = await openDatabase(join(folder, 'x.sqlite'));
  onTestFinished(() => db.destroy());
  const store = createSyncStore(db);
  const ingest = (deps: { readonly store: SyncStore } = { store }) =>
    ingestFile({ path, source: 'records.jsonl' }, 'ingest', {
      ...deps,
      understand: understandFile,
      vectoriser: { fingerprint: 'none', vectorise: async () => [] },
    } satisfies PipelineDeps);
  /** How many documents hold the word. */
  const holding = async (word: string) =>
    (await db.selectFrom('documents').select('id').where('text', 'like', `%${word}%`).execute()).length;
  const orphans = async () =>
    (
      await db
        .selectFrom('documents')
        .select('documents.id')
        .where('chunk_count', '!=', (q) =>
          q
            .selectFrom('chunks')
            .select((c) => c.fn.countAll<number>().as('n'))
            .whereRef('chunks.document_id', '=', 'documents.id'),
        )
        .execute()
    ).length;
  return { path, store, ingest, holding, orphans };
}

/** A store that is torn away when it is about to write the `n`th slice. */
const dyingAt = (store: SyncStore, n: number): SyncStore => {
  let slices = 0;
  return {
    ...store,
    apply: async (...plan) => {
      if (++slices === n) throw new Error('killed');
      await store.apply(...plan);
    },
  };
};

describe('a file of many records', () => {
  it('is written a slice at a time; torn off in between, the next run completes it', async () => {
    const { path, store, ingest, holding, orphans } = await started();
    await writeFile(path, lines('Nộp'));
    await ingest();
    expect(await holding('Nộp')).toBe(RECORDS);

    await writeFile(path, lines('Gửi', RECORDS - 20));
    await expect(ingest({ store: dyingAt(store, 2) })).rejects.toThrow('killed');
    expect(await holding('Gửi')).toBe(100);
    expect(await holding('Nộp')).toBe(RECORDS - 100);
    expect(await orphans()).toBe(0);

    const again = await ingest();
    expect(again).toMatchObject({
      status: 'updated',
      documents: [{ records: { updated: RECORDS - 120, unchanged: 100, removed: 20 } }],
    });
    expect(await holding('Gửi')).toBe(RECORDS - 20);
    expect(await holding('Nộp')).toBe(0);
    expect(await orphans()).toBe(0);
    expect((await ingest()).status).toBe('unchanged');
  });

  it('is gone through again when the old file came back after a torn run', async () => {
    const { path, store, ingest, holding } = await started();
    await writeFile(path, lines('Nộp'));
    await ingest();
    await writeFile(path, lines('Gửi'));
    await expect(ingest({ store: dyingAt(store, 3) })).rejects.toThrow('killed');
    await writeFile(path, lines('Nộp'));
    await ingest();
    expect(await holding('Nộp')).toBe(RECORDS);
  });
});

it('removals come after all that is put', () => {
  const ids = ['a', 'b', 'c'] as DocumentId[];
  expect(sliceChanges([1, 2, 3], ids, 2)).toEqual([
    { puts: [1, 2], remove: [] },
    { puts: [3], remove: [] },
    { puts: [], remove: ['a', 'b'] },
    { puts: [], remove: ['c'] },
  ]);
  expect(sliceChanges([1], ['a'] as DocumentId[], 2)).toEqual([{ puts: [1], remove: ['a'] }]);
  expect(sliceChanges([], [], 2)).toEqual([{ puts: [], remove: [] }]);
});
