import { describe, expect, it } from 'vitest';
import { parseOfficialDocument } from '../../../src/ingest/official/parse.ts';
import { officialToIndexable } from '../../../src/ingest/official/to-document.ts';
import { DECREE_PAGES, LETTER, read } from './fixtures.ts';

const decree = parseOfficialDocument(read(...DECREE_PAGES), 'nghi-dinh.pdf');
const letter = parseOfficialDocument(read(LETTER), 'cong-van.pdf');

describe('officialToIndexable', () => {
  const document = officialToIndexable(decree, 'nghi-dinh.pdf');

  it('tells facts, articles and identity', () => {
    expect(document.facts).toMatchObject({
      id: '999/2025/NĐ-CP',
      title: 'Nghị định quy định về việc thử nghiệm ở cấp xã',
      effectiveFrom: '2025-07-01',
      scope: { kind: 'public' },
    });
    expect(document.facts.territory).toBeUndefined();
    expect(document.articles).toBe(3);
    expect(officialToIndexable(letter, 'cv.pdf').facts).toMatchObject({
      id: '45/SNV-CCHC@so-noi-vu-thanh-pho-hue@2026-02-03',
      territory: 'hue',
    });
  });

  it('begins a letter where it says something, below its letterhead and addressees', () => {
    const { chunks } = officialToIndexable(letter, 'cong-van.pdf');
    expect(chunks[0]?.text).toBe(
      'Thực hiện chỉ đạo của Ủy ban nhân dân thành phố, Sở Nội vụ hướng dẫn như sau:',
    );
    expect(chunks.map(({ text }) => text).join('\n')).not.toContain('CỘNG HÒA');
  });

  it('cuts literal, disjoint chunks with labels, pages and the headings above them', () => {
    const { chunks, text } = document;
    chunks.forEach((chunk, i) => {
      expect(chunk.text).toBe(text.slice(chunk.span.start, chunk.span.end));
      if (i > 0) expect(chunk.span.start).toBeGreaterThanOrEqual(chunks[i - 1]!.span.end);
    });
    expect(chunks.map((chunk) => [chunk.unitId, chunk.label, chunk.page])).toEqual([
      ['999/2025/NĐ-CP#d1', 'Điều 1 Nghị định số 999/2025/NĐ-CP', 1],
      ['999/2025/NĐ-CP#d2', 'Điều 2 Nghị định số 999/2025/NĐ-CP', 1],
      ['999/2025/NĐ-CP#d3', 'Điều 3 Nghị định số 999/2025/NĐ-CP', 2],
      ['999/2025/NĐ-CP#plI', 'Phụ lục I Nghị định số 999/2025/NĐ-CP', 2],
      ['999/2025/NĐ-CP#plI.mI', 'Mục I Phụ lục I Nghị định số 999/2025/NĐ-CP', 2],
    ]);
    expect(chunks[1]!.heading).toBe(
      'Nghị định quy định về việc thử nghiệm ở cấp xã > 999/2025/NĐ-CP > Chương I. QUY ĐỊNH CHUNG > Điều 2. Hồ sơ',
    );
  });

  it('leaves signature and recipients out of the last article', () => {
    expect(document.chunks.some((chunk) => chunk.text.includes('Ban Bí thư'))).toBe(false);
  });

  it('cuts a long article at its khoản, a long khoản at its điểm, and never loses a word', () => {
    const words = 'nội dung quy định chi tiết của điểm này; '.repeat(20);
    const khoan = `1. Khoản dài:\n${['a', 'b', 'c'].map((letter) => `${letter}) ${words.trim()}`).join('\n')}\n2. Khoản ngắn.`;
    const long = officialToIndexable(parseOfficialDocument(read(`Điều 1. Dài\n${khoan}`), 'x.txt'), 'x.txt');
    expect(long.chunks.map((chunk) => chunk.path)).toEqual([
      { dieu: '1', khoan: '1' },
      { dieu: '1', khoan: '1', diem: 'a' },
      { dieu: '1', khoan: '1', diem: 'b' },
      { dieu: '1', khoan: '1', diem: 'c' },
      { dieu: '1', khoan: '2' },
    ]);
    expect(
      long.chunks
        .map((chunk) => chunk.text)
        .join('\n')
        .replace(/\s+/g, ' '),
    ).toBe(long.text.replace(/\s+/g, ' '));
  });

  it('loses nothing of a long text after the signature, even where no annex heading was read', () => {
    const annex = 'Bảng giá dịch vụ áp dụng tại các xã, phường. '.repeat(80);
    const text = `Điều 1. Một\nNội dung.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n${annex}`;
    const { chunks } = officialToIndexable(parseOfficialDocument(read(text), 'x.txt'), 'x.txt');
    expect(
      chunks
        .map((chunk) => chunk.text)
        .join(' ')
        .match(/Bảng giá/g),
    ).toHaveLength(80);
  });

  it('has one hash for one document, whatever the file and its white space', () => {
    const again = parseOfficialDocument(read(DECREE_PAGES.join('\n').replaceAll(' ', '  ')), 'khac.docx');
    expect(officialToIndexable(again, 'khac.docx').contentHash).toBe(document.contentHash);
    expect(officialToIndexable(letter, 'cv.pdf').contentHash).not.toBe(document.contentHash);
  });

  it('lets a person correct what was read', () => {
    const corrected = officialToIndexable(letter, 'cv.pdf', {
      corrected: { number: '46/SNV-CCHC' },
      scope: { kind: 'internal' },
    });
    expect(corrected.facts).toMatchObject({ number: '46/SNV-CCHC', scope: { kind: 'internal' } });
    expect(corrected.facts.id).toContain('46/SNV-CCHC');
  });

  it('indexes a document that is one running text', () => {
    const plain = officialToIndexable(
      parseOfficialDocument(read('Ghi chú nội bộ về việc tiếp nhận hồ sơ của người dân.'), 'ghi-chu.txt'),
      'ghi-chu.txt',
    );
    expect(plain.chunks.map((chunk) => chunk.unitId)).toEqual(['file:ghi-chu.txt#p0']);
  });

  it('tells the reader of a text that names the abolished district level', () => {
    const text = 'Điều 1. Thẩm quyền\nỦy ban nhân dân cấp huyện cấp giấy phép.';
    expect(
      officialToIndexable(parseOfficialDocument(read(text), 'x.txt'), 'x.txt').facts.cautions?.[0],
    ).toContain('cấp huyện');
  });
});
