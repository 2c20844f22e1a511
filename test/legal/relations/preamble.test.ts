import { describe, expect, it } from 'vitest';
import { brief } from './relations.ts';

describe('grounds, subject and scope', () => {
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

  it('reads a list over several laws in the article on scope, and leaves out what it cannot name', () => {
    const text = `NGHỊ ĐỊNH
Về chợ phiên vùng cao
Căn cứ Luật Thương mại số 36/2005/QH11;
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định chi tiết khoản 2 Điều 9 của Luật Thương mại, điểm b khoản 2 Điều 20 của Luật Thú y, khoản 4 Điều 7 của Luật Giá số 16/2023/QH15; Điều 5 Luật số 35/2024/QH15.`;
    expect(brief(text).filter(([kind]) => kind === 'implements')).toEqual([
      ['implements', '36/2005/QH11', { khoan: '2', dieu: '9' }],
      ['implements', '16/2023/QH15', { khoan: '4', dieu: '7' }],
      ['implements', '35/2024/QH15', { dieu: '5' }],
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
