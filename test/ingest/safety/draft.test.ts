import { describe, expect, it } from 'vitest';
import type { ReadValue } from '../../../src/ingest/model.ts';
import { findDraftMark } from '../../../src/ingest/safety/draft.ts';

const read = (...lines: string[]): ReadValue => ({
  format: 'docx',
  paged: false,
  warnings: [],
  pages: [{ page: 1, text: lines.join('\n'), ocr: false }],
});
const header = (number?: string) => ({ header: { ...(number !== undefined && { number }), confidence: {} } });
const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';

describe('findDraftMark', () => {
  it.each([
    'DỰ THẢO',
    'Dự thảo lần 2',
    'DỰ THẢO LẦN 2',
    'DỰ THẢO LẦN THỨ HAI',
    '(Dự thảo ngày 05/6/2026)',
    'DỰ THẢO NGHỊ ĐỊNH',
    '[DỰ THẢO 3]',
  ])('"%s" marks a draft', (line) => {
    expect(findDraftMark(read('CHÍNH PHỦ', line, NATION), header('1/2026/NĐ-CP'))).toMatch(/Dự thảo/);
  });

  it.each(['Số:       /2026/NĐ-CP', 'Số: …/QĐ-UBND', 'Số: ...../BC-VHXH'])('"%s" is unnumbered', (line) => {
    expect(findDraftMark(read(line, NATION), header())).toMatch(/chưa có số/);
  });

  it.each(['Dự thảo này', 'Dự thảo các văn bản'])('"%s" begins a sentence', (line) => {
    expect(findDraftMark(read('Số: 12/QĐ-UBND', NATION, line), header('12/QĐ-UBND'))).toBeUndefined();
  });

  it('an issued document about drafts is none', () => {
    const value = read(
      'Số: 12/QĐ-UBND',
      NATION,
      'Về việc lấy ý kiến dự thảo Quyết định',
      'Căn cứ Luật;',
      'DỰ THẢO',
      'Số:   /QĐ',
    );
    expect(findDraftMark(value, header('12/QĐ-UBND'))).toBeUndefined();
  });
});
