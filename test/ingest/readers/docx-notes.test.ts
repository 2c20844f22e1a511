import { describe, expect, it } from 'vitest';
import { parseOfficialDocument } from '../../../src/ingest/official/parse.ts';
import { readSource } from '../../../src/ingest/readers/index.ts';
import { docx, paragraph } from './fixtures.ts';

const reference = (id: number, more = '') => `<w:r><w:footnoteReference ${more} w:id="${id}"/></w:r>`;
const referring = (before: string, id: number, after = '') =>
  `<w:p><w:r><w:t>${before}</w:t></w:r>${reference(id)}<w:r><w:t xml:space="preserve">${after}</w:t></w:r></w:p>`;
const note = (id: number, text: string) =>
  `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> ${text}</w:t></w:r></w:p></w:footnote>`;
const SEPARATOR =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>';

async function read(body: string, footnotes: string) {
  const outcome = await readSource(docx({ body, footnotes: SEPARATOR + footnotes }), 'vbhn.docx');
  if (outcome.status !== 'readable') throw new Error(outcome.reason);
  return outcome.value;
}

describe('footnotes of DOCX', () => {
  it('get the figures Word counts, by the order of their references', async () => {
    const body = referring('Điều 1. Phạm vi', 7) + referring('1.', 3, ' Hồ sơ') + paragraph('Hết.');
    const { pages } = await read(body, note(3, 'Khoản này mới.') + note(7, 'Điều này cũ.'));
    expect(pages[0]!.text.split('\n').filter(Boolean)).toEqual([
      'Điều 1. Phạm vi[1]',
      '1.[2] Hồ sơ',
      'Hết.',
      '[2] Khoản này mới.',
      '[1] Điều này cũ.',
    ]);
  });

  it('leave a figure that the writer typed as it is, and none for a note that nothing refers to', async () => {
    const body = `<w:p><w:r><w:t>Mức thu</w:t></w:r>${reference(2, 'w:customMarkFollows="1"')}<w:r><w:t>(*)</w:t></w:r></w:p>`;
    const { pages } = await read(body, note(2, 'Đã gồm thuế.'));
    expect(
      pages[0]!.text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ).toEqual(['Mức thu(*)', 'Đã gồm thuế.']);
  });

  it('tell what was done to the parts of a consolidation, as in its PDF', async () => {
    const body = [
      ...[
        'BỘ XÂY DỰNG',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Số: 09/VBHN-BXD',
        'Hà Nội, ngày 20 tháng 9 năm 2024',
        'NGHỊ ĐỊNH',
        'Quy định về hỗ trợ chèo đò ngang',
        'Nghị định số 711/2020/NĐ-CP ngày 10 tháng 5 năm 2020 của Chính phủ, có hiệu lực kể từ ngày 01 tháng 7 năm 2020, được sửa đổi, bổ sung bởi:',
        'Nghị định số 722/2024/NĐ-CP ngày 01 tháng 8 năm 2024 của Chính phủ sửa đổi Nghị định số 711/2020/NĐ-CP, có hiệu lực kể từ ngày 15 tháng 9 năm 2024.',
        'Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;',
      ].map((line) => paragraph(line)),
      referring('Điều 1. Mức hỗ trợ', 1),
      paragraph('Người chèo đò được hỗ trợ.'),
      paragraph('Điều 2. Hồ sơ'),
      paragraph('1. Đơn đề nghị:'),
      referring('a)', 2, ' Theo mẫu;'),
      referring('2.', 3, ' (được bãi bỏ)'),
    ].join('');
    const by = 'Điều 1 của Nghị định số 722/2024/NĐ-CP, có hiệu lực kể từ ngày 16 tháng 9 năm 2024.';
    const value = await read(
      body,
      note(1, `Điều này được sửa đổi, bổ sung theo quy định tại khoản 1 ${by}`) +
        note(2, `Điểm này được sửa đổi theo quy định tại khoản 2 ${by}`) +
        note(3, `Khoản này được bãi bỏ theo quy định tại khoản 3 ${by}`),
    );
    const { relations } = parseOfficialDocument(value, 'vbhn.docx');
    expect(relations.filter(({ targetPath }) => targetPath !== undefined)).toMatchObject([
      { kind: 'amends', targetPath: { dieu: '1' }, by: '722/2024/NĐ-CP', from: '2024-09-16' },
      { kind: 'amends', targetPath: { dieu: '2', khoan: '1', diem: 'a' }, target: '711/2020/NĐ-CP' },
      { kind: 'partly_repeals', targetPath: { dieu: '2', khoan: '2' }, by: '722/2024/NĐ-CP' },
    ]);
  });
});
