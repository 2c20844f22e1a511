import { describe, expect, it } from 'vitest';
import { brief } from './relations.ts';

describe('lists, lead-ins and amending articles', () => {
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
});
