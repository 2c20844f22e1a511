import { describe, expect, it } from 'vitest';
import type { IndexableDocument } from '../../src/ingest/model.ts';
import { droppedIds, planDocuments, rekey, type StoredDocument } from '../../src/ingest/sync.ts';
import type { DocumentId } from '../../src/legal/model.ts';
import { officialDocument, procedureDocument } from '../support/documents.ts';

const stored = (
  document: IndexableDocument,
  file: string,
  more: Partial<StoredDocument> = {},
): StoredDocument => ({
  id: document.facts.id,
  file,
  origin: 'ingest',
  contentHash: document.contentHash,
  ownWords: document.facts.ownWords,
  withdrawn: false,
  title: document.facts.title,
  articles: document.articles,
  chunks: document.chunks.length,
  ...more,
});

const plan = (file: string, wanted: IndexableDocument, there: StoredDocument[]) =>
  planDocuments(
    file,
    [wanted],
    new Map(there.map((s) => [s.id, s])),
    new Map(there.map((s) => [s.contentHash, s])),
  )[0]!.outcome;

describe('planning what a file changes', () => {
  const first = officialDocument('120/2025/NĐ-CP', ['Phạm vi', 'Đối tượng']);
  const amended = officialDocument('120/2025/NĐ-CP', ['Phạm vi', 'Đối tượng áp dụng']);

  it('adds what is new', () => expect(plan('/a', first, [])).toBe('added'));
  it('leaves what is the same from the same file', () =>
    expect(plan('/a', first, [stored(first, '/a')])).toBe('unchanged'));
  it('takes the same text again when a person typed what the stored version lacks', () => {
    const typed = { ...first, corrected: { effectiveTo: '2027-01-31' } };
    expect(plan('/b', typed, [stored(first, '/a')])).toBe('updated');
    const there = stored(first, '/a', { header: { effectiveTo: '2027-01-31', confidence: {} } });
    expect(plan('/b', typed, [there])).toBe('duplicate');
  });
  it('knows the same document from another file', () =>
    expect(plan('/b', first, [stored(first, '/a')])).toBe('duplicate'));
  it('takes a changed file as a new version', () =>
    expect(plan('/a', amended, [stored(first, '/a')])).toBe('updated'));
  it('takes another text of the same paper from another file as a new version', () =>
    expect(plan('/b', amended, [stored(first, '/a')])).toBe('updated'));
  it('does not let a worse reading of the same paper take the place of a better one', () => {
    const ocr = { ...amended, facts: { ...amended.facts, reading: 'ocr' as const } };
    expect(plan('/b', ocr, [stored(first, '/a', { reading: 'original' })])).toBe('duplicate');
    const original = { ...amended, facts: { ...amended.facts, reading: 'original' as const } };
    expect(plan('/b', original, [stored(first, '/a', { reading: 'ocr' })])).toBe('updated');
  });

  it('lets a published record supersede our own text, never the other way round', () => {
    const ours = procedureDocument('1.001193', 'Đăng ký khai sinh', 'Lời của ta', true);
    const published = procedureDocument('1.001193', 'Thủ tục đăng ký khai sinh', 'Bản công bố');
    expect(plan('/records', published, [stored(ours, '/corpus')])).toBe('updated');
    expect(plan('/corpus', ours, [stored(published, '/records')])).toBe('duplicate');
  });

  it('keeps procedures that are copies of each other under several codes', () => {
    const one = procedureDocument('1.000001', 'A', 'Cùng nội dung');
    const other = { ...procedureDocument('1.000002', 'A', 'Cùng nội dung'), contentHash: one.contentHash };
    expect(plan('/b', other, [stored(one, '/a')])).toBe('added');
  });
});

it('drops what a file no longer gives', () => {
  const kept = officialDocument('1/2025/NĐ-CP', ['x']);
  const gone = officialDocument('2/2025/NĐ-CP', ['y']);
  expect(droppedIds([kept], [stored(kept, '/a'), stored(gone, '/a')])).toEqual([gone.facts.id]);
});

it('gives a document another id all the way down', () => {
  const renamed = rekey(officialDocument('1/2025/NĐ-CP', ['x', 'y']), 'file:x~1' as DocumentId);
  expect(renamed.chunks.map((chunk) => [chunk.id, chunk.unitId, chunk.documentId])).toEqual([
    ['file:x~1#d1', 'file:x~1#d1', 'file:x~1'],
    ['file:x~1#d2', 'file:x~1#d2', 'file:x~1'],
  ]);
});
