import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../src/legal/model.ts';
import { RetrievalIndex } from '../../../src/retrieval/index/retrieval-index.ts';
import { MemorySource } from '../../../src/retrieval/memory-source.ts';
import { createRetriever } from '../../../src/retrieval/retriever.ts';
import { decree, procedure } from '../documents.ts';

const DOCUMENTS = [
  procedure(
    '1.000001',
    'Đăng ký khai sinh',
    { trinh_tu: 'nộp hồ sơ', can_cu: 'Luật Hộ tịch' },
    { asked: ['làm giấy sinh'] },
  ),
  decree('120/2025/NĐ-CP', 'Nghị định phân quyền', [['1', 'Phạm vi', 'phân định thẩm quyền']]),
];

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'snapshot-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const hitsOf = async (index: RetrievalIndex, query: string) => {
  const retriever = createRetriever({ index: () => index, source: new MemorySource(DOCUMENTS) });
  const reader = { internal: true, departments: [], channel: 'cli' } as const;
  const { hits } = await retriever.retrieve({ query, k: 10, asOf: '2026-07-01', reader });
  return hits.map((h) => [h.chunkId, h.score]);
};

describe('snapshot of the index', () => {
  it('answers the same after opening, with its generation', async () => {
    const index = RetrievalIndex.build(DOCUMENTS);
    await index.save(dir, 7);
    const opened = RetrievalIndex.open(dir);
    expect(opened?.generation).toBe(7);
    expect(opened?.index.size).toEqual({ documents: 2, chunks: 3 });
    for (const q of ['khai sinh', 'làm giấy sinh', 'Điều 1 Nghị định 120/2025/NĐ-CP'])
      expect(await hitsOf(opened!.index, q)).toEqual(await hitsOf(index, q));
  });

  it('goes on from there: adds, removes, saves again', async () => {
    await RetrievalIndex.build(DOCUMENTS).save(dir, 1);
    const { index } = RetrievalIndex.open(dir)!;
    expect(index.remove('120/2025/NĐ-CP' as DocumentId)).toBe(true);
    index.add(procedure('1.000002', 'Khai tử', { trinh_tu: 'khai tử' }));
    await index.save(dir, 2);
    const again = RetrievalIndex.open(dir)!;
    expect(again.generation).toBe(2);
    expect([...again.index.cards()].map((c) => c.id).sort()).toEqual(['tthc:1.000001', 'tthc:1.000002']);
    expect(again.index.withCode('1.000002')).toEqual(['tthc:1.000002']);
  });

  it('an empty index is a snapshot too', async () => {
    await RetrievalIndex.build([]).save(dir, 3);
    expect(RetrievalIndex.open(dir)?.index.size).toEqual({ documents: 0, chunks: 0 });
  });

  it('is not opened when absent, cut short, foreign or of another format', async () => {
    expect(RetrievalIndex.open(dir)).toBeUndefined();
    await RetrievalIndex.build(DOCUMENTS).save(dir, 1);
    const file = join(dir, 'lexical.idx');
    const whole = readFileSync(file);
    for (const length of [0, 5, 40, whole.length - 64]) {
      writeFileSync(file, whole);
      truncateSync(file, length);
      expect(RetrievalIndex.open(dir), `${length} bytes`).toBeUndefined();
    }
    writeFileSync(file, 'not an index at all, but long enough to be read as one');
    expect(RetrievalIndex.open(dir)).toBeUndefined();
    writeFileSync(file, whole.toString('latin1').replace('"format":2', '"format":0'), 'latin1');
    expect(RetrievalIndex.open(dir)).toBeUndefined();
  });
});
