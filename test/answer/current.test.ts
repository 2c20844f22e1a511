import { describe, expect, it, onTestFinished } from 'vitest';
import { createAnswerer } from '../../src/answer/answerer.ts';
import { newWording } from '../../src/answer/current/wording.ts';
import { understandFile } from '../../src/ingest/understand.ts';
import type { Chunk, DocumentScope } from '../../src/retrieval/model.ts';
import { createDocumentStore } from '../../src/store/core/document-store.ts';
import { createSyncStore } from '../../src/store/core/sync-store.ts';
import { openDatabase } from '../../src/store/database.ts';
import { hitOf, request, retrievalOf } from './support.ts';

function decree(number: string, day: string, subject: string, body: string): string {
  return `CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: ${number}\nHà Nội, ngày ${day}\n\nNGHỊ ĐỊNH\n${subject}\n\nCăn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;\n${body}\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n(Đã ký)\nNguyễn Văn A\n`;
}

const OLD = decree(
  '511/2024/NĐ-CP',
  '10 tháng 5 năm 2024',
  'Quy định về hỗ trợ nước sạch',
  `Điều 1. Thời hạn giải quyết
1. Thời hạn giải quyết là 15 ngày làm việc.
2. Trường hợp cần xác minh thì kéo dài thêm 05 ngày làm việc.
3. Kết quả được niêm yết trong 07 ngày.
Điều 2. Hồ sơ
1. Hồ sơ gồm:
a) Đơn đề nghị theo mẫu;
b) Bản sao sổ hộ khẩu;
c) Giấy xác nhận hộ nghèo.
Điều 3. Thẩm quyền
Chủ tịch Ủy ban nhân dân cấp huyện quyết định hỗ trợ.
Điều 4. Hiệu lực thi hành
1. Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2024.
2. Chủ tịch Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành.`,
);
const AMENDING = decree(
  '612/2026/NĐ-CP',
  '10 tháng 8 năm 2026',
  'Sửa đổi, bổ sung một số điều của Nghị định số 511/2024/NĐ-CP ngày 10 tháng 5 năm 2024 của Chính phủ quy định về hỗ trợ nước sạch',
  `Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 511/2024/NĐ-CP
1. Sửa đổi, bổ sung một số điểm, khoản của Điều 2 như sau:
a) Sửa đổi, bổ sung điểm b khoản 1 như sau:
“b) Giấy xác nhận thông tin về cư trú;”.
b) Bổ sung khoản 2 vào sau khoản 1 như sau:
“2. Hồ sơ được nộp trực tuyến.”.
2. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:
“1. Thời hạn giải quyết là 07 ngày làm việc.”.
3. Sửa đổi, bổ sung Điều 3 như sau:
“Điều 3. Thẩm quyền
1. Chủ tịch Ủy ban nhân dân cấp xã quyết định hỗ trợ.
2. Chủ tịch Ủy ban nhân dân cấp xã được ủy quyền.”.
4. Bãi bỏ khoản 2 Điều 1.
5. Sửa đổi, bổ sung khoản 1 và khoản 2 Điều 4 như sau:
“1. Nghị định này có hiệu lực từ ngày ký.”
“2. Bộ trưởng chịu trách nhiệm thi hành.”.
6. Thay thế cụm từ “niêm yết” bằng cụm từ “công khai” tại khoản 3 Điều 1.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 10 năm 2026.`,
);

/** Asks for an article of the old decree over a real store; the retriever only finds that article. */
async function asked(
  question: string,
  dieu: string,
  more: { asOf?: string; scope?: DocumentScope; khoan?: string } = {},
) {
  const db = await openDatabase(':memory:');
  onTestFinished(() => db.destroy());
  const sync = createSyncStore(db);
  for (const [source, text] of [
    ['cu.txt', OLD],
    ['moi.txt', AMENDING],
  ] as const) {
    const read = await understandFile(Buffer.from(text), source);
    if (read.status !== 'documents') throw new Error(read.reason);
    const scope = source === 'moi.txt' && more.scope !== undefined ? { scope: more.scope } : {};
    const document = { ...read.documents[0]!, facts: { ...read.documents[0]!.facts, ...scope } };
    const file = { path: source, sha256: source, readerVersion: 1, source, origin: 'ingest' as const };
    await sync.apply({ file, put: [{ document, outcome: 'added', vectors: [] }], remove: [] }, 'none');
  }
  const source = createDocumentStore(db);
  const old = (await source.document('511/2024/NĐ-CP' as never))!;
  const chunk = old.chunks.find(({ path }) => path.dieu === dieu)!;
  const hit = hitOf(old, {
    chunkId: chunk.id,
    unitId: chunk.unitId,
    path: chunk.path,
    label: chunk.label,
    text: chunk.text,
    effectivity: { status: 'partly_expired' },
  });
  const path = { dieu, ...(more.khoan !== undefined && { khoan: more.khoan }) };
  const retrieval = retrievalOf(question, [hit], {
    lookup: { kind: 'found', what: 'article', documents: [old.facts.id] },
  });
  const answerer = createAnswerer({
    retriever: { retrieve: async () => ({ ...retrieval, query: { ...retrieval.query, path } }) },
    source,
  });
  const { answer } = await answerer.ask(request(question, { asOf: more.asOf ?? '2026-11-01' }));
  const quotes = answer.citations.map(({ quote, documentNumber }) => `${documentNumber}: ${quote}`);
  return { answer, quotes, source };
}

describe('an article that another document has changed', () => {
  it('is answered with the new wording first, the abolished khoản told as such, the rest as it was', async () => {
    const { answer, quotes, source } = await asked('Điều 1 Nghị định 511/2024', '1');
    expect(quotes).toEqual([
      '612/2026/NĐ-CP: 1. Thời hạn giải quyết là 07 ngày làm việc.',
      '612/2026/NĐ-CP: 4. Bãi bỏ khoản 2 Điều 1.',
      '612/2026/NĐ-CP: 6. Thay thế cụm từ “niêm yết” bằng cụm từ “công khai” tại khoản 3 Điều 1.',
      '511/2024/NĐ-CP: 3. Kết quả được niêm yết trong 07 ngày.',
    ]);
    expect(answer.citations[0]).toMatchObject({
      path: { dieu: '1', khoan: '2' },
      label:
        'khoản 2 Điều 1 Nghị định số 612/2026/NĐ-CP (sửa đổi, bổ sung khoản 1 Điều 1 Nghị định số 511/2024/NĐ-CP)',
      effectivity: { status: 'in_force' },
    });
    expect(answer.answer).toMatch(
      /Nội dung cũ, không còn áp dụng từ ngày 01\/10\/2026 .*“1\. Thời hạn giải quyết là 15 ngày/,
    );
    // What is stored for the log and the page picture is a chunk that the store has.
    const stored = await source.chunks(answer.citations.map(({ chunkId }) => chunkId as never));
    expect(answer.citations.every(({ chunkId }) => stored.has(chunkId as never))).toBe(true);
  });

  it('takes each of two passages behind one sentence for its own khoản', async () => {
    const { quotes } = await asked('khoản 2 Điều 4 Nghị định 511/2024', '4', { khoan: '2' });
    expect(quotes).toEqual(['612/2026/NĐ-CP: 2. Bộ trưởng chịu trách nhiệm thi hành.']);
  });

  it('is answered with the wording in force on an earlier day', async () => {
    const { quotes } = await asked('Điều 1 Nghị định 511/2024', '1', { asOf: '2026-09-30' });
    expect(quotes.join()).toContain('15 ngày');
    expect(quotes.join()).not.toContain('612/2026');
  });

  it('never answers from an abolished khoản that is asked for by its number', async () => {
    const { quotes } = await asked('khoản 2 Điều 1 Nghị định 511/2024', '1', { khoan: '2' });
    expect(quotes).toEqual(['612/2026/NĐ-CP: 4. Bãi bỏ khoản 2 Điều 1.']);
  });

  it('puts changed and added điểm and khoản where they belong', async () => {
    const { quotes } = await asked('Điều 2 Nghị định 511/2024', '2');
    expect(quotes.map((quote) => quote.slice(0, 45))).toEqual([
      '511/2024/NĐ-CP: Điều 2. Hồ sơ 1. Hồ sơ gồm: a',
      '612/2026/NĐ-CP: b) Giấy xác nhận thông tin về',
      '511/2024/NĐ-CP: c) Giấy xác nhận hộ nghèo.',
      '612/2026/NĐ-CP: 2. Hồ sơ được nộp trực tuyến.',
    ]);
  });

  it('takes an article reworded as a whole from the amending document', async () => {
    const { quotes, answer } = await asked('Điều 3 Nghị định 511/2024', '3');
    expect(quotes).toHaveLength(2);
    expect(quotes.join()).not.toContain('cấp huyện');
    expect(answer.citations.every(({ documentNumber }) => documentNumber === '612/2026/NĐ-CP')).toBe(true);
  });

  it('does not show the new wording to who may not read it, nor the old one as if it held', async () => {
    const { answer } = await asked('Điều 1 Nghị định 511/2024', '1', {
      scope: { kind: 'departments', departments: ['so-tu-phap'] },
    });
    expect(JSON.stringify(answer)).not.toMatch(/612\/2026|07 ngày làm việc/);
    expect(answer.answer).toMatch(/Khoản 1 Điều 1 .* bởi một văn bản khác từ ngày 01\/10\/2026/);
    expect(answer.answer).not.toContain('kéo dài thêm 05 ngày');
  });
});

describe('newWording', () => {
  it('reads a correction with the line below its lead-in', () => {
    const text =
      'Điều 1. Đính chính khoản 1 Điều 2 Thông tư số 88/2026/TT-BTC như sau:\nTại khoản 1 Điều 2 đã in là “50.000 đồng” nay sửa thành “5.000 đồng”.\nĐiều 2. Hiệu lực.';
    const chunk = {
      id: 'x#d1',
      documentId: 'x',
      unitId: 'x#d1',
      path: { dieu: '1' },
      label: 'Điều 1',
      heading: '',
      text,
      span: { start: 0, end: text.length },
    } as never as Chunk;
    const wording = newWording({ title: 'Quyết định' } as never, [chunk], {
      sentence: 'Điều 1. Đính chính khoản 1 Điều 2 Thông tư số 88/2026/TT-BTC như sau:',
      targetPath: { dieu: '2', khoan: '1' },
    });
    expect(wording?.kind).toBe('words');
    expect(wording?.chunks[0]?.text).toMatch(/nay sửa thành “5\.000 đồng”\.$/u);
  });
});
