import { describe, expect, it } from 'vitest';
import type { DocumentHeader, Relation } from '../../src/legal/model.ts';
import { findRelations } from '../../src/legal/relations.ts';
import { sentencesOf } from '../../src/legal/sentences.ts';
import { parseStructure } from '../../src/legal/structure.ts';
import { readPaths } from '../../src/legal/targets.ts';

const HEADER: DocumentHeader = { number: '300/2026/NĐ-CP', type: 'Nghị định', confidence: {} };
const relations = (text: string, header = HEADER): Relation[] => {
  const tree = parseStructure(text);
  return findRelations({ text, tree, sentences: sentencesOf(text, tree) }, header);
};
const brief = (text: string, header = HEADER) =>
  relations(text, header).map(({ kind, target, targetPath }) => [
    kind,
    target,
    ...(targetPath === undefined ? [] : [targetPath]),
  ]);

describe('findRelations', () => {
  it('reads grounds and what a decree details', () => {
    const text = `NGHỊ ĐỊNH
Quy định chi tiết một số điều của Luật Hộ tịch
Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;
Căn cứ Luật Hộ tịch số 60/2014/QH13 đã được sửa đổi, bổ sung bởi Luật số 90/2025/QH15;
Theo đề nghị của Bộ trưởng Bộ Tư pháp;
Điều 1. Phạm vi
Nghị định này quy định việc thử.`;
    expect(brief(text)).toEqual([
      ['implements', '60/2014/QH13'],
      ['refers', '63/2025/QH15'],
      ['refers', '60/2014/QH13'],
      ['refers', '90/2025/QH15'],
    ]);
  });

  it('reads which parts of a law the article on scope says are detailed', () => {
    const text = `NGHỊ ĐỊNH
Về chợ phiên vùng cao
Căn cứ Luật Thương mại số 36/2005/QH11;
Căn cứ Luật Hộ tịch số 60/2014/QH13;
Điều 1. Phạm vi điều chỉnh
1. Nghị định này quy định chi tiết và biện pháp thi hành khoản 2 Điều 9, Điều 12 của Luật Thương mại về chợ phiên.
2. Nghị định này quy định việc thử theo Điều 3 của Luật Hộ tịch.`;
    expect(brief(text).filter(([kind]) => kind === 'implements')).toEqual([
      ['implements', '36/2005/QH11', { khoan: '2', dieu: '9' }],
      ['implements', '36/2005/QH11', { dieu: '12' }],
    ]);
  });

  it('names laws that grounds and subject give by name and day only', () => {
    const text = `NGHỊ ĐỊNH
Quy định chi tiết một số điều và biện pháp thi hành Luật Hộ tịch
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;
Căn cứ Luật Hộ tịch ngày 20/11/2014;
Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày 24 tháng 11 năm 2015;
Điều 1. Phạm vi
Nghị định này quy định việc thử.`;
    expect(brief(text)).toEqual([
      ['implements', 'Luật Hộ tịch ngày 20/11/2014'],
      ['refers', 'Luật Tổ chức Chính phủ ngày 19/06/2015'],
      [
        'refers',
        'Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019',
      ],
      ['refers', 'Luật Hộ tịch ngày 20/11/2014'],
      ['refers', '91/2015/QH13'],
    ]);
  });

  it('reads a number that the end of a line cuts', () => {
    const text =
      'Điều 1. Hiệu lực\n1. Nghị quyết này thay thế Nghị quyết số 05/2021/NQ-HĐND; bãi bỏ khoản 3 Điều 1 Nghị quyết số 14/2022/NQ-\nHĐND.';
    expect(brief(text, { number: '21/2026/NQ-HĐND', type: 'Nghị quyết', confidence: {} })).toEqual([
      ['replaces', '05/2021/NQ-HĐND'],
      ['partly_repeals', '14/2022/NQ-HĐND', { dieu: '1', khoan: '3' }],
    ]);
  });

  it('keeps the literal sentence', () => {
    const text =
      'Điều 1. Hiệu lực\n1. Nghị định này thay thế Nghị định số 158/2018/NĐ-CP ngày 22 tháng\n11 năm 2018 của Chính phủ.';
    expect(relations(text)[0]).toEqual({
      kind: 'replaces',
      target: '158/2018/NĐ-CP',
      sentence:
        '1. Nghị định này thay thế Nghị định số 158/2018/NĐ-CP ngày 22 tháng 11 năm 2018 của Chính phủ.',
      place: { dieu: '1', khoan: '1' },
    });
  });

  it.each([
    [
      'Bãi bỏ Điều 5 và khoản 2 Điều 7 Nghị định số 12/2020/NĐ-CP.',
      [
        ['partly_repeals', '12/2020/NĐ-CP', { dieu: '5' }],
        ['partly_repeals', '12/2020/NĐ-CP', { dieu: '7', khoan: '2' }],
      ],
    ],
    [
      'Nghị định số 12/2020/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.',
      [['repeals', '12/2020/NĐ-CP']],
    ],
    ['Ngưng hiệu lực Thông tư số 08/2025/TT-BTC đến hết ngày 31/12/2026.', [['suspends', '08/2025/TT-BTC']]],
    [
      'Đính chính khoản 3 Điều 4 Thông tư số 08/2025/TT-BTC như sau:',
      [['corrects', '08/2025/TT-BTC', { dieu: '4', khoan: '3' }]],
    ],
    [
      'Sửa đổi, bổ sung điểm a khoản 2 Điều 4 Nghị định số 12/2020/NĐ-CP như sau:',
      [['amends', '12/2020/NĐ-CP', { diem: 'a', khoan: '2', dieu: '4' }]],
    ],
    [
      'Khoản 2 Điều 4 Nghị định số 12/2020/NĐ-CP được sửa đổi, bổ sung như sau:',
      [['amends', '12/2020/NĐ-CP', { khoan: '2', dieu: '4' }]],
    ],
    // Only words of the khoản go, so it is changed, not ended.
    [
      'Bãi bỏ số thứ tự 15 tại Biểu phí quy định tại khoản 1 Điều 1 Thông tư số 64/2025/TT-BTC.',
      [['amends', '64/2025/TT-BTC', { khoan: '1', dieu: '1' }]],
    ],
    // A sentence may begin after a year.
    [
      'Thông tư này có hiệu lực từ ngày 20 tháng 11 năm 2026. Thông tư số 08/2025/TT-BTC hết hiệu lực.',
      [['repeals', '08/2025/TT-BTC']],
    ],
    [
      'Kể từ ngày Nghị định này có hiệu lực thì Nghị định số 12/2020/NĐ-CP hết hiệu lực.',
      [['repeals', '12/2020/NĐ-CP']],
    ],
    [
      'Các nội dung quy định tại mục 5 Nghị định số 12/2020/NĐ-CP hết hiệu lực từ ngày 01/01/2027.',
      [['partly_repeals', '12/2020/NĐ-CP', { muc: '5' }]],
    ],
    [
      'Bãi bỏ Chương II Phần II Thông tư số 08/2025/TT-BTC.',
      [['partly_repeals', '08/2025/TT-BTC', { chuong: 'II' }]],
    ],
    [
      'Bãi bỏ khoản 3 Điều 1 và Phụ lục 1a ban hành kèm theo Thông tư số 08/2025/TT-BTC.',
      [
        ['partly_repeals', '08/2025/TT-BTC', { khoan: '3', dieu: '1' }],
        ['partly_repeals', '08/2025/TT-BTC', { phuLuc: '1A' }],
      ],
    ],
    // The regulation is all that the decision issued.
    [
      'Thay thế Quy chế quản lý chợ, bến bãi ban hành kèm theo Quyết định số 12/2015/QĐ-UBND.',
      [['replaces', '12/2015/QĐ-UBND']],
    ],
    [
      'Bãi bỏ Điều 16 Quy chế quản lý chợ ban hành kèm theo Quyết định số 12/2015/QĐ-UBND.',
      [['partly_repeals', '12/2015/QĐ-UBND', { dieu: '16' }]],
    ],
    [
      'Nghị định này thay thế Nghị định số 12/2020/NĐ-CP quy định chi tiết một số điều của Pháp lệnh Thử và Nghị định số 78/2022/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 12/2020/NĐ-CP.',
      [
        ['replaces', '12/2020/NĐ-CP'],
        ['replaces', '78/2022/NĐ-CP'],
      ],
    ],
    // What the guided text is, is not replaced.
    [
      'Nghị định này thay thế Nghị định số 12/2020/NĐ-CP hướng dẫn thi hành Luật Thử và Nghị quyết số 71/2022/QH15.',
      [['replaces', '12/2020/NĐ-CP']],
    ],
    [
      'Nghị định này thay thế các Thông tư sau: Thông tư số 08/2025/TT-BTC về phí; số 09/2025/TT-BTC sửa đổi Thông tư số 08/2025/TT-BTC.',
      [
        ['replaces', '08/2025/TT-BTC'],
        ['replaces', '09/2025/TT-BTC'],
      ],
    ],
    // One verb for all that stands between semicolons, whichever side it stands on.
    [
      'Bãi bỏ khoản 1 Điều 38; các Điều 39, 40 Nghị định số 12/2020/NĐ-CP; Nghị định số 13/2021/NĐ-CP quy định việc thử.',
      [
        ['partly_repeals', '12/2020/NĐ-CP', { khoan: '1', dieu: '38' }],
        ['partly_repeals', '12/2020/NĐ-CP', { dieu: '39' }],
        ['partly_repeals', '12/2020/NĐ-CP', { dieu: '40' }],
        ['repeals', '13/2021/NĐ-CP'],
      ],
    ],
    [
      'Nghị định số 12/2020/NĐ-CP; khoản 5 Điều 1 Nghị định số 13/2021/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.',
      [
        ['repeals', '12/2020/NĐ-CP'],
        ['partly_repeals', '13/2021/NĐ-CP', { khoan: '5', dieu: '1' }],
      ],
    ],
    // A semicolon inside the description of a text begins nothing.
    [
      'Thông tư số 08/2025/TT-BTC quy định việc ghi sổ; công bố cảng cá; xác nhận nguồn gốc hết hiệu lực kể từ ngày Nghị định này có hiệu lực.',
      [['repeals', '08/2025/TT-BTC']],
    ],
    [
      'Các Nghị quyết số 05/2018/NQ-HĐND, số 06/2019/NQ-HĐND và Điều 2 Nghị quyết số 07/2020/NQ-HĐND hết hiệu lực kể từ ngày 01/01/2027.',
      [
        ['repeals', '05/2018/NQ-HĐND'],
        ['repeals', '06/2019/NQ-HĐND'],
        ['partly_repeals', '07/2020/NQ-HĐND', { dieu: '2' }],
      ],
    ],
    [
      'Nghị định này thay thế Nghị định số 12/2020/NĐ-CP và bãi bỏ Nghị định số 13/2021/NĐ-CP.',
      [
        ['replaces', '12/2020/NĐ-CP'],
        ['repeals', '13/2021/NĐ-CP'],
      ],
    ],
    [
      'Nghị định này thay thế các Nghị định sau của Chính phủ: Nghị định số 12/2020/NĐ-CP, Nghị định số 13/2021/NĐ-CP.',
      [
        ['replaces', '12/2020/NĐ-CP'],
        ['replaces', '13/2021/NĐ-CP'],
      ],
    ],
    // Who changed a text before is not acted on.
    [
      'Bãi bỏ khoản 3 Điều 7 Nghị định số 12/2020/NĐ-CP (được sửa đổi, bổ sung tại khoản 2 Điều 3 Nghị định số 13/2021/NĐ-CP).',
      [['partly_repeals', '12/2020/NĐ-CP', { khoan: '3', dieu: '7' }]],
    ],
    [
      'Luật Báo chí ngày 28 tháng 12 năm 1989 đã được sửa đổi, bổ sung một số điều theo Luật số 12/1999/QH10 hết hiệu lực kể từ ngày Luật này có hiệu lực.',
      [['repeals', 'Luật Báo chí ngày 28/12/1989']],
    ],
    [
      'Bãi bỏ Phụ lục I về thực hành tốt ban hành kèm theo Thông tư số 08/2025/TT-BTC.',
      [['partly_repeals', '08/2025/TT-BTC', { phuLuc: 'I' }]],
    ],
    [
      'Các biểu mẫu từ Mẫu số 15 đến Mẫu số 22 ban hành kèm theo Thông tư số 08/2025/TT-BTC hết hiệu lực kể từ ngày Nghị định này có hiệu lực.',
      [['partly_repeals', '08/2025/TT-BTC']],
    ],
    [
      'Thay thế cụm từ “huyện” bằng “xã” tại Điều 3 Nghị định số 12/2020/NĐ-CP.',
      [['amends', '12/2020/NĐ-CP', { dieu: '3' }]],
    ],
  ])('%s', (sentence, expected) => {
    expect(brief(`Điều 1. Điều khoản thi hành\n1. ${sentence}`)).toEqual(expected);
  });

  it.each([
    'Thực hiện theo Nghị định số 12/2020/NĐ-CP hoặc văn bản sửa đổi, bổ sung, thay thế.',
    'Nghị định số 12/2020/NĐ-CP đã được thay thế bởi Nghị định số 13/2021/NĐ-CP thì áp dụng văn bản mới.',
    'Khoản 9 Điều 60 có hiệu lực từ ngày Nghị quyết số 61/2022/QH15 hết hiệu lực.',
    'Việc bãi bỏ Nghị định số 12/2020/NĐ-CP được xem xét sau.',
  ])('does not act: %s', (sentence) => {
    expect(brief(`Điều 1. Nội dung\n1. ${sentence}`)).toEqual([]);
  });

  it('does not take for ended what the description of an ended text only mentions', () => {
    const text = `Điều 1. Hiệu lực
1. Luật Đường sắt số 06/2017/QH14 đã được sửa đổi, bổ sung một số điều theo Luật số 35/2018/QH14, Luật số 16/2023/QH15 và Luật số 31/2024/QH15 hết hiệu lực kể từ ngày Luật này có hiệu lực, trừ quy định tại Nghị quyết số 10/2020/QH14.
2. Thông tư số 134/2011/TT-BTC của Bộ Tài chính hướng dẫn thực hiện một số điều của Quyết định số 04/2011/QĐ-TTg của Thủ tướng Chính phủ về quản lý và Thông tư số 96/2009/TT-BTC hết hiệu lực kể từ ngày Luật này có hiệu lực.`;
    expect(brief(text)).toEqual([
      ['repeals', '06/2017/QH14'],
      ['repeals', '134/2011/TT-BTC'],
      ['repeals', '96/2009/TT-BTC'],
    ]);
  });

  it('gives the items of a list the verb of its lead-in', () => {
    const text = `Điều 1. Hiệu lực
1. Các văn bản sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực:
a) Nghị định số 12/2020/NĐ-CP ngày 01 tháng 02 năm 2020 của Chính phủ;
b) Điều 3 Nghị định số 13/2021/NĐ-CP.
2. Bộ Tư pháp thực hiện Nghị định số 14/2021/NĐ-CP.`;
    expect(brief(text)).toEqual([
      ['repeals', '12/2020/NĐ-CP'],
      ['partly_repeals', '13/2021/NĐ-CP', { dieu: '3' }],
    ]);
  });

  it('gives items the last verb of their lead-in, and the one text it names', () => {
    const text = `Điều 1. Hiệu lực
1. Nghị định này thay thế Nghị định số 12/2020/NĐ-CP và bãi bỏ các quy định sau đây:
a) Nghị định số 13/2021/NĐ-CP;
b) Điều 3 Nghị định số 14/2021/NĐ-CP.
2. Bãi bỏ các quy định sau của Nghị định số 15/2022/NĐ-CP:
a) Khoản 2 Điều 5;
b) Điều 7.
Điều 2. Trách nhiệm
1. Khoản 1 Điều 1 của Nghị định này do các Bộ thực hiện.`;
    expect(brief(text)).toEqual([
      ['replaces', '12/2020/NĐ-CP'],
      ['repeals', '13/2021/NĐ-CP'],
      ['partly_repeals', '14/2021/NĐ-CP', { dieu: '3' }],
      ['repeals', '15/2022/NĐ-CP'],
      ['partly_repeals', '15/2022/NĐ-CP', { khoan: '2', dieu: '5' }],
      ['partly_repeals', '15/2022/NĐ-CP', { dieu: '7' }],
    ]);
  });

  it('knows the text an amending article speaks of, whoever changed that part before', () => {
    const text = `Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 12/2020/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định số 13/2021/NĐ-CP
1. Sửa đổi khoản 1 Điều 3 (đã được sửa đổi, bổ sung tại khoản 1 Điều 1 Nghị định số 13/2021/NĐ-CP) như sau:
“1. Nội dung.”.`;
    expect(brief(text)).toEqual([
      ['amends', '12/2020/NĐ-CP'],
      ['amends', '12/2020/NĐ-CP', { khoan: '1', dieu: '3' }],
    ]);
  });

  it('ends or suspends no more than the parts named, where a subject says "một số quy định"', () => {
    const text = `NGHỊ QUYẾT
Về việc tạm ngưng hiệu lực thi hành một số quy định của Nghị định số 12/2020/NĐ-CP
Điều 1. Tạm ngưng hiệu lực thi hành khoản 2 Điều 1 Nghị định số 12/2020/NĐ-CP đến hết ngày 31 tháng 10 năm 2026.`;
    expect(brief(text)).toEqual([['suspends', '12/2020/NĐ-CP', { khoan: '2', dieu: '1' }]]);
  });

  it('reads items without marks below their lead-in, and gives the verb of a heading to nobody', () => {
    const text = `Điều 1. Bãi bỏ một số văn bản
1. Thông tư này bãi bỏ:
Điều 7 Thông tư số 43/2018/TT-BTC ngày 28 tháng 12 năm 2018.
2. Bộ Tài chính hướng dẫn Thông tư số 44/2018/TT-BTC.
3. Thông tư số 45/2018/TT-BTC tiếp tục thực hiện.`;
    expect(brief(text)).toEqual([['partly_repeals', '43/2018/TT-BTC', { dieu: '7' }]]);
  });

  it('knows which document the parts of an amending article belong to, and skips the new wording', () => {
    const text = `Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 12/2020/NĐ-CP
1. Sửa đổi khoản 3 Điều 5 như sau:
“3. Bãi bỏ Nghị định số 99/2019/NĐ-CP.
4. Việc khác.”.
2. Bổ sung Điều 5a vào sau Điều 5 như sau:
“Điều 5a. Thử
Nội dung.”.
3. Bãi bỏ khoản 2 Điều 7.
Điều 2. Hiệu lực
Nghị định này có hiệu lực từ ngày ký.`;
    expect(brief(text)).toEqual([
      ['amends', '12/2020/NĐ-CP'],
      ['amends', '12/2020/NĐ-CP', { khoan: '3', dieu: '5' }],
      ['amends', '12/2020/NĐ-CP', { dieu: '5a' }],
      ['partly_repeals', '12/2020/NĐ-CP', { khoan: '2', dieu: '7' }],
    ]);
  });

  it('lets a consolidation only consolidate, and report who changed its base', () => {
    const text = `THÔNG TƯ
Thông tư số 09/2022/TT-BTC ngày 25 tháng 5 năm 2022 có hiệu lực từ ngày 11 tháng 7 năm 2022, được sửa đổi, bổ sung bởi:
Thông tư số 02/2023/TT-BTC ngày 12 tháng 4 năm 2023, có hiệu lực từ ngày 01 tháng 6 năm 2023.
Điều 1. Hiệu lực
Thông tư này thay thế Thông tư số 01/2015/TT-BTC.`;
    expect(brief(text, { number: '16/VBHN-BTC', type: 'Văn bản hợp nhất', confidence: {} })).toEqual([
      ['consolidates', '09/2022/TT-BTC'],
      ['consolidates', '02/2023/TT-BTC'],
      // Said of the amending text: consolidation.test.ts.
      ['amends', '09/2022/TT-BTC'],
    ]);
  });
});

describe('readPaths', () => {
  it.each([
    [
      'các khoản 1, 2 và 3 Điều 4',
      [
        { khoan: '1', dieu: '4' },
        { khoan: '2', dieu: '4' },
        { khoan: '3', dieu: '4' },
      ],
    ],
    [
      'khoản 1, điểm a khoản 2 Điều 4',
      [
        { khoan: '1', dieu: '4' },
        { diem: 'a', khoan: '2', dieu: '4' },
      ],
    ],
    ['Điều 5, Điều 6 và khoản 2 Điều 7', [{ dieu: '5' }, { dieu: '6' }, { khoan: '2', dieu: '7' }]],
    ['mục 119 thuộc Phụ lục IV', [{ muc: '119', phuLuc: 'IV' }]],
    ['Điều 5 Chương II', [{ dieu: '5' }]],
    ['điểm đ khoản 1 Điều 12a', [{ diem: 'đ', khoan: '1', dieu: '12a' }]],
  ])('%s', (text, paths) => {
    expect(readPaths(text)).toEqual(paths);
  });
});
