import { describe, expect, it } from 'vitest';
import { commonText, settleIdentities } from '../../src/ingest/identity.ts';
import type { IndexableDocument } from '../../src/ingest/model.ts';
import type { StoredDocument, SyncStore } from '../../src/ingest/sync.ts';
import type { DocumentId } from '../../src/legal/model.ts';
import { officialDocument } from '../support/documents.ts';

const articles = Array.from(
  { length: 20 },
  (_, i) => `Khoản ${i} quy định thẩm quyền cấp phép thứ ${i * 7} của ủy ban.`,
);
const annex = Array.from(
  { length: 20 },
  (_, i) => `Mẫu biểu ${i}: họ tên, ngày sinh, nơi cư trú, chữ ký người khai ${i}.`,
);

function storeOf(documents: readonly (readonly [IndexableDocument, string])[]) {
  const stored = documents.map(
    ([document, file]): StoredDocument => ({
      id: document.facts.id,
      file,
      origin: 'ingest',
      contentHash: document.contentHash,
      ownWords: false,
      withdrawn: false,
      title: document.facts.title,
      articles: document.articles,
      chunks: document.chunks.length,
    }),
  );
  const store: Pick<SyncStore, 'documents' | 'text' | 'unnumbered'> = {
    documents: async (ids) => new Map(stored.filter((s) => ids.includes(s.id)).map((s) => [s.id, s])),
    text: async (id) => documents.find(([document]) => document.facts.id === id)?.[0].text,
    unnumbered: async (title) => stored.filter((s) => s.title === title),
  };
  return store as SyncStore;
}

const settle = async (path: string, document: IndexableDocument, there: [IndexableDocument, string][]) =>
  (await settleIdentities(path, [document], storeOf(there)))[0]!;

describe('settling the identity of what was read', () => {
  const decree = officialDocument('120/2025/NĐ-CP', articles);

  it('keeps the number for another reading or version of the same paper', async () => {
    const version = officialDocument('120/2025/NĐ-CP', [
      ...articles.slice(0, 18),
      'Điều cuối viết lại',
      'Thêm một điều',
    ]);
    expect((await settle('/b', version, [[decree, '/a']])).facts.id).toBe('120/2025/NĐ-CP');
  });

  it('keeps an annex under the decree number apart, always under the same id, and says so', async () => {
    const file = officialDocument('120/2025/NĐ-CP', annex);
    const own = await settle('/annex.pdf', file, [[decree, '/a']]);
    expect(own.facts.id).toMatch(/^120\/2025\/NĐ-CP~[0-9a-f]{8}$/);
    expect(own.chunks.every((chunk) => chunk.id.startsWith(`${own.facts.id}#`))).toBe(true);
    expect(own.warnings.join()).toContain('trùng với văn bản khác');
    expect((await settle('/annex.pdf', file, [[decree, '/a']])).facts.id).toBe(own.facts.id);
  });

  it('sees one unnumbered form in two formats, and two forms of one title', async () => {
    const form = (name: string, body: readonly string[]) =>
      officialDocument('x', body, { id: `file:${name}` as DocumentId, title: 'Mẫu DC01' });
    const pdf = form('mau.pdf', annex);
    expect((await settle('/mau.docx', form('mau.docx', [...annex, 'x']), [[pdf, '/mau.pdf']])).facts.id).toBe(
      'file:mau.pdf',
    );
    expect((await settle('/k.docx', form('k.docx', articles), [[pdf, '/mau.pdf']])).facts.id).toBe(
      'file:k.docx',
    );
  });
});

it('measures what two texts have in common whatever the order', () => {
  expect(commonText('một hai ba', 'BA HAI MỘT')).toBe(1);
  expect(commonText('một hai', 'ba bốn')).toBe(0);
  expect(commonText('a b c d', 'a b')).toBe(0.5);
});
