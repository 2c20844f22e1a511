import { describe, expect, it } from 'vitest';
import { brief, relations } from './relations.ts';

describe('acts of single sentences', () => {
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
    [
      'Tiếp tục áp dụng Điều 3 Nghị định số 12/2020/NĐ-CP cho đến ngày 30 tháng 6 năm 2027.',
      [['amends', '12/2020/NĐ-CP', { dieu: '3' }]],
    ],
    [
      'Cho phép kéo dài thời gian áp dụng Điều 2 Nghị định số 12/2020/NĐ-CP đến hết ngày 31/12/2027.',
      [['amends', '12/2020/NĐ-CP', { dieu: '2' }]],
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

  it('reads an article that amends, abolishes and replaces, and what its items do', () => {
    const text = `Điều 1. Sửa đổi Nghị định số 12/2020/NĐ-CP
1. Sửa đổi khoản 1 Điều 2 như sau:
Điều 2. Sửa đổi, bổ sung, thay thế và bãi bỏ một số điều của Nghị định số 46/2022/NĐ-CP ngày 13 tháng 7 năm 2022 của Chính phủ
1. Bãi bỏ khoản 3 Điều 1.
2. Sửa đổi điểm a khoản 5 Điều 1 như sau:`;
    expect(brief(text).slice(2)).toEqual([
      ['amends', '46/2022/NĐ-CP'],
      ['partly_repeals', '46/2022/NĐ-CP', { khoan: '3', dieu: '1' }],
      ['amends', '46/2022/NĐ-CP', { diem: 'a', khoan: '5', dieu: '1' }],
    ]);
  });

  it('ends or suspends no more than the parts named, where a subject says "một số quy định"', () => {
    const text = `NGHỊ QUYẾT
Về việc tạm ngưng hiệu lực thi hành một số quy định của Nghị định số 12/2020/NĐ-CP
Điều 1. Tạm ngưng hiệu lực thi hành khoản 2 Điều 1 Nghị định số 12/2020/NĐ-CP đến hết ngày 31 tháng 10 năm 2026.`;
    expect(brief(text)).toEqual([['suspends', '12/2020/NĐ-CP', { khoan: '2', dieu: '1' }]]);
  });
});
