import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { IndexableDocument } from '../../../src/ingest/model.ts';
import type { DocumentId, UnitId } from '../../../src/legal/model.ts';
import { createDocumentStore } from '../../../src/store/core/document-store.ts';
import { createSyncStore } from '../../../src/store/core/sync-store.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { officialDocument } from '../../support/documents.ts';
import { temporaryFolder } from '../../support/temporary.ts';

async function stores() {
  const db = await openDatabase(join(await temporaryFolder(), 'x.sqlite'));
  onTestFinished(() => db.destroy());
  const sync = createSyncStore(db);
  const put = (path: string, documents: readonly IndexableDocument[], remove: readonly DocumentId[] = []) =>
    sync.apply(
      {
        file: { path, sha256: `sha of ${path}`, readerVersion: 1, source: path.slice(1), origin: 'ingest' },
        put: documents.map((document) => ({
          document,
          outcome: 'added' as const,
          vectors: document.chunks.map((c, i) => ({ key: c.id, vector: Float32Array.of(i, 0.5) })),
        })),
        remove,
      },
      'test-embedder',
    );
  return { db, sync, put, documents: createDocumentStore(db) };
}

const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const out: T[] = [];
  for await (const item of items) out.push(item);
  return out;
};

const decree = officialDocument('120/2025/NĐ-CP', ['Phạm vi điều chỉnh', 'Đối tượng áp dụng', 'Hiệu lực']);
const idOf = (number: string) => number as DocumentId;

describe('documents and their chunks', () => {
  it('come back as they were put, by id, unit and document', async () => {
    const { put, documents } = await stores();
    await put('/a.txt', [decree]);
    const ids = decree.chunks.map((chunk) => chunk.id);
    expect([...(await documents.chunks(ids)).values()]).toEqual(decree.chunks);
    expect(await documents.unitChunks('120/2025/NĐ-CP#d2' as UnitId)).toEqual([decree.chunks[1]]);
    expect(await documents.documentChunks(decree.facts.id)).toEqual(decree.chunks);
    expect((await documents.facts([decree.facts.id])).get(decree.facts.id)).toEqual(decree.facts);
    expect(await all(documents.serving())).toEqual([{ facts: decree.facts, chunks: decree.chunks }]);
  });

  it('leave nothing of the earlier version behind, and keep its text as a version', async () => {
    const { put, documents, db } = await stores();
    await put('/a.txt', [decree]);
    await put('/a.txt', [officialDocument('120/2025/NĐ-CP', ['Chỉ còn một điều'])]);
    expect((await documents.documentChunks(decree.facts.id)).map((c) => c.text)).toEqual([
      'Điều 1. Chỉ còn một điều',
    ]);
    expect(await db.selectFrom('vectors').select('key').execute()).toHaveLength(1);
    const [version] = await db.selectFrom('document_versions').selectAll().execute();
    expect(version).toMatchObject({ document_id: '120/2025/NĐ-CP', version: 1, text: decree.text });
  });

  it('go with their file', async () => {
    const { put, sync, documents } = await stores();
    await put('/a.txt', [decree]);
    expect(await sync.removeFile('/a.txt')).toEqual(['120/2025/NĐ-CP']);
    expect(await documents.count()).toBe(0);
    expect(await sync.file('/a.txt')).toBeUndefined();
  });

  it('give vectors back with the embedder that made them', async () => {
    const { put, documents } = await stores();
    await put('/a.txt', [decree]);
    const vectors = await all(documents.vectors('test-embedder'));
    expect(vectors.map((v) => [v.key, [...v.vector]])).toEqual(decree.chunks.map((c, i) => [c.id, [i, 0.5]]));
    expect(await all(documents.vectors('another'))).toEqual([]);
  });
});

describe('the change feed', () => {
  it('names what changed after a generation, each once', async () => {
    const { put, sync, documents } = await stores();
    expect(await documents.generation()).toBe(0);
    await put('/a.txt', [decree]);
    const first = await documents.generation();
    await put('/b.txt', [officialDocument('1/2026/NĐ-CP', ['x'])]);
    await put('/b.txt', [officialDocument('1/2026/NĐ-CP', ['y'])]);
    expect(await documents.changesSince(first)).toEqual(['1/2026/NĐ-CP']);
    await sync.removeFile('/a.txt');
    expect(await documents.changesSince(first)).toEqual(['1/2026/NĐ-CP', '120/2025/NĐ-CP']);
  });

  it('stands still when a transaction fails', async () => {
    const { put, documents } = await stores();
    await put('/a.txt', [decree]);
    const before = await documents.generation();
    const broken = { ...decree, chunks: [decree.chunks[0]!, decree.chunks[0]!] };
    await expect(put('/a.txt', [broken])).rejects.toThrow();
    expect(await documents.generation()).toBe(before);
    expect(await documents.documentChunks(decree.facts.id)).toHaveLength(3);
  });
});

describe('what other documents do to a document', () => {
  const replacing = officialDocument(
    '200/2026/NĐ-CP',
    ['Nghị định này thay thế Nghị định số 120/2025/NĐ-CP.'],
    {
      effectiveFrom: '2026-08-01',
      relations: [{ kind: 'replaces', target: '120/2025/NĐ-CP', sentence: 'Nghị định này thay thế …' }],
    },
  );

  it('is part of its facts and tells servers to read it again', async () => {
    const { put, documents } = await stores();
    await put('/a.txt', [decree]);
    const before = await documents.generation();
    await put('/b.txt', [replacing]);
    expect(await documents.changesSince(before)).toContain(decree.facts.id);
    expect((await documents.document(decree.facts.id))?.facts.incoming).toMatchObject([
      { kind: 'replaces', byNumber: '200/2026/NĐ-CP', effectiveFrom: '2026-08-01' },
    ]);
  });

  it('ends when the acting document goes', async () => {
    const { put, sync, documents } = await stores();
    await put('/a.txt', [decree]);
    await put('/b.txt', [replacing]);
    const before = await documents.generation();
    await sync.removeFile('/b.txt');
    expect(await documents.changesSince(before)).toContain(decree.facts.id);
    expect((await documents.document(decree.facts.id))?.facts.incoming).toBeUndefined();
  });

  it('is nothing when rank forbids it: a công văn cannot replace a decree', async () => {
    const { put, documents } = await stores();
    await put('/a.txt', [decree]);
    const letter = officialDocument('45/UBND-VP', ['x'], { relations: replacing.relations });
    await put('/c.txt', [letter]);
    expect((await documents.document(idOf('120/2025/NĐ-CP')))?.facts.incoming).toBeUndefined();
  });

  it('does not cross issuers where the number is local', async () => {
    const { put, documents } = await stores();
    const local = officialDocument('226/QĐ-UBND', ['x'], {
      id: idOf('226/QĐ-UBND@son-la@2026-01-01'),
      issuer: 'UBND tỉnh Sơn La',
    });
    const relations = [
      { kind: 'replaces' as const, target: '226/QĐ-UBND', sentence: 'thay thế Quyết định 226' },
    ];
    const other = officialDocument('300/QĐ-UBND', ['y'], {
      id: idOf('300/QĐ-UBND@hue@2026-02-01'),
      issuer: 'UBND thành phố Huế',
      relations,
    });
    const own = officialDocument('301/QĐ-UBND', ['z'], {
      id: idOf('301/QĐ-UBND@son-la@2026-02-01'),
      issuer: 'UBND tỉnh Sơn La',
      relations,
    });
    await put('/a.txt', [local]);
    await put('/b.txt', [other]);
    expect((await documents.document(local.facts.id))?.facts.incoming).toBeUndefined();
    await put('/c.txt', [own]);
    expect((await documents.document(local.facts.id))?.facts.incoming).toHaveLength(1);
  });
});
