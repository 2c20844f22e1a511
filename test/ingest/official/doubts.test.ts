import { describe, expect, it } from 'vitest';
import type { ReadPage } from '../../../src/ingest/model.ts';
import { ASK_BELOW } from '../../../src/ingest/official/doubts.ts';
import { parseOfficialDocument } from '../../../src/ingest/official/parse.ts';
import type { OcrLine } from '../../../src/ingest/readers/ocr/engine.ts';
import { doubtfulFigures, rereadNumbers } from '../../../src/ingest/readers/ocr/reread.ts';

const LETTER = `CHÍNH PHỦ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 303/NQ-CP\tĐộc lập - Tự do - Hạnh phúc
Hà Nội, ngày 03 tháng 10 năm 2025
NGHỊ QUYẾT
Về giải pháp thực hiện hiệu quả chính quyền địa phương 2 cấp
Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;
1. Các bộ tổ chức thực hiện.
TM. CHÍNH PHỦ
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG
Nguyễn Hòa Bình`;

/** Confidences of the header of a text as recognised. */
function read(text: string, { fileName = 'scan.pdf', ...page }: Partial<ReadPage> & { fileName?: string }) {
  const pages = [{ page: 1, text, ocr: true, ...page }];
  return parseOfficialDocument({ format: 'pdf', paged: true, pages, warnings: [] }, fileName).header;
}
const asked = (header: ReturnType<typeof read>) =>
  Object.entries(header.confidence).flatMap(([field, sure]) => (sure < ASK_BELOW ? [field] : []));

describe('what a person is asked about a recognised head', () => {
  it('nothing where the engine was sure', () => {
    expect(asked(read(LETTER, {}))).toEqual([]);
  });

  it.each<[string, string, Parameters<typeof read>[1], string[]]>([
    ['a doubtful number', LETTER, { doubtful: ['303/NQ-CP.'] }, ['number']],
    ['a doubtful day', LETTER, { doubtful: ['03', '(17'] }, ['date']],
    ['a number the name of the file contradicts', LETTER, { fileName: 'so-308-2025-nq-cp.pdf' }, ['number']],
    ['noise in the subject', LETTER.replace('Về giải', 'Về + G giải'), {}, ['subject']],
    [
      'a stamp of receipt in the subject',
      LETTER.replace('thực hiện hiệu', 'ĐẾN vụ 461010025. hiệu'),
      {},
      ['subject'],
    ],
    ['no Vietnamese in the subject', LETTER.replace('hiệu quả', 'hiệu quxả'), {}, ['subject']],
    ['a family name nobody has', LETTER.replace('Nguyễn Hòa', 'Nguyên Hòa'), {}, ['signer']],
    ['doubts about another number', LETTER, { doubtful: ['39/2022/NĐ-CP', '18'] }, []],
    ['a digital text is not doubted', LETTER, { ocr: false, doubtful: ['303/NQ-CP'] }, []],
  ])('%s', (_, text, options, fields) => {
    expect(asked(read(text, options))).toEqual(fields);
  });

  it('the recitals that run into the subject are cut off', () => {
    const header = read(LETTER.replace('2 cấp\nCăn cứ', '2 cấp Căn cứ'), {});
    expect(header.subject).toBe('Về giải pháp thực hiện hiệu quả chính quyền địa phương 2 cấp');
  });

  it.each(['C | Về giải', '+ G Về giải', '* Về giải', 'Ngày:\nVề giải'])(
    'dirt before the subject is left out: %s',
    (start) => {
      const { subject, confidence } = read(LETTER.replace('Về giải', start), {});
      expect([subject?.slice(0, 17), confidence.subject]).toEqual(['Về giải pháp thực', 0.9]);
    },
  );

  it('a deputy whose own office was lost is not made the head', () => {
    expect(read(LETTER, {}).signerTitle).toBe('Phó Thủ tướng');
    expect(read(LETTER.replace('PHÓ THỦ TƯỚNG\n', ''), {}).signerTitle).toBe('KT. Thủ tướng');
  });
});

describe('document numbers read once more', () => {
  const line = (text: string, confidence: number): OcrLine => ({
    baseline: 30,
    words: [
      { text: 'Số:', confidence: 90, x0: 0, y0: 10, x1: 20, y1: 30 },
      { text, confidence, x0: 25, y0: 10, x1: 90, y1: 30 },
    ],
  });
  const page = { width: 100, height: 40, data: new Uint8Array(4000).fill(255) };
  const reread = async (text: string, confidence: number, ...readings: string[]) => {
    const lines = await rereadNumbers([line(text, confidence)], page, async () => readings.shift() ?? '');
    return [lines[0]!.words[1]!.text, doubtfulFigures(lines)];
  };

  it('both readings of the word alone agree', async () => {
    expect(await reread('203/NQ-CP', 9, '303/NQ-CP', '303 /NQ-CP')).toEqual(['303/NQ-CP', []]);
  });

  it.each([
    ['they differ', ['303/NQ-CP', '305/NQ-CP']],
    ['they are no number', ['Ð/NQ-CP', 'Ð/NQ-CP']],
  ])('%s: the first stays, as doubtful', async (_, readings) => {
    expect(await reread('203/NQ-CP', 9, ...readings)).toEqual(['203/NQ-CP', ['203/NQ-CP']]);
  });

  it('a sure one and a word that is no number are left alone', async () => {
    expect(await reread('203/NQ-CP', 93, '1/NQ-CP', '1/NQ-CP')).toEqual(['203/NQ-CP', []]);
    expect(await reread('10:34', 40, '1/NQ-CP', '1/NQ-CP')).toEqual(['10:34', ['10:34']]);
  });
});
