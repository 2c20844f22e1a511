import { describe, expect, it } from 'vitest';
import { parseLegalBasis } from '../../../src/legal/procedure/legal-basis.ts';
import { parseResults } from '../../../src/legal/procedure/result.ts';
import { slice } from '../../../src/legal/procedure/spans.ts';

function rows(field: string) {
  return parseLegalBasis(field).map((row) => [
    slice(field, row.title),
    row.number && slice(field, row.number),
  ]);
}

describe('legal basis', () => {
  it.each([
    [
      'Thông tư quy định chi tiết17/2024/TT-BCALuật Căn cước26/2023/QH15',
      [
        ['Thông tư quy định chi tiết', '17/2024/TT-BCA'],
        ['Luật Căn cước', '26/2023/QH15'],
      ],
    ],
    [
      'Nghị định 05/2012/NĐ-CP05/2012/NĐ-CPsửa đổi, bổ sung105/2025/NĐ-CP',
      [
        ['Nghị định 05/2012/NĐ-CP', '05/2012/NĐ-CP'],
        ['sửa đổi, bổ sung', '105/2025/NĐ-CP'],
      ],
    ],
    ['Luật Bảo vệ môi trường năm 202072/2020/QH14', [['Luật Bảo vệ môi trường năm 2020', '72/2020/QH14']]],
    ['Quyết định của Bộ trưởng', [['Quyết định của Bộ trưởng', undefined]]],
  ])('%s', (body, expected) => {
    expect(rows(`Tên văn bản pháp lýMã văn bản${body}`)).toEqual(expected);
  });
});

describe('results', () => {
  it('leaves the portal’s codes and its search form out', () => {
    const field =
      'Giấy khai sinhMã: KQ.G15.000168Trích lụcMã: KQ.G15.000329Từ khóaKhông có thông tinMô tảKhông có thông tinChọn cơ quan thực hiệnNộp hồ sơ';
    expect(parseResults(field).map((row) => slice(field, row.span))).toEqual(['Giấy khai sinh', 'Trích lục']);
  });

  it('keeps a result without a code', () => {
    const field = 'Văn bản trả lời';
    expect(parseResults(field).map((row) => slice(field, row.span))).toEqual(['Văn bản trả lời']);
  });
});
