import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../src/legal/model.ts';
import { isMeant } from '../../../src/legal/numbers/same-document.ts';

const local = (issuer: string, date?: string, number = '12/2022/QĐ-UBND') => ({
  id: `${number}@x` as DocumentId,
  number,
  issuer,
  ...(date !== undefined && { date }),
});
const HUE = { issuer: 'Ủy ban nhân dân thành phố Huế' };
const DA_NANG = { issuer: 'Ủy ban nhân dân thành phố Đà Nẵng' };

describe('which of several documents of one number is meant', () => {
  it.each([
    ['its own', HUE, local('Ủy ban nhân dân thành phố Huế'), 'thay thế Quyết định số 12/2022/QĐ-UBND.', true],
    [
      'under its former name',
      HUE,
      local('Ủy ban nhân dân tỉnh Thừa Thiên Huế'),
      'thay thế Quyết định số 12/2022/QĐ-UBND.',
      true,
    ],
    [
      'of another province',
      HUE,
      local('Ủy ban nhân dân tỉnh Sơn La'),
      'bãi bỏ Quyết định số 12/2022/QĐ-UBND',
      false,
    ],
    [
      'of a province taken in, when named',
      DA_NANG,
      local('Ủy ban nhân dân tỉnh Quảng Nam'),
      'thay thế Quyết định số 12/2022/QĐ-UBND ngày 25 tháng 02 năm 2022 của Ủy ban nhân dân tỉnh Quảng Nam',
      true,
    ],
    [
      'of a province taken in, not when nothing says so',
      DA_NANG,
      local('Ủy ban nhân dân tỉnh Quảng Nam'),
      'thay thế Quyết định số 12/2022/QĐ-UBND',
      false,
    ],
    [
      'its own, not when the one taken in is named',
      DA_NANG,
      local('Ủy ban nhân dân thành phố Đà Nẵng'),
      'thay thế Quyết định số 12/2022/QĐ-UBND của Ủy ban nhân dân tỉnh Quảng Nam',
      false,
    ],
    [
      'of the year whose day is printed',
      HUE,
      local('Ủy ban nhân dân thành phố Huế', '2026-03-05', '226/QĐ-UBND'),
      'thay thế Quyết định số 226/QĐ-UBND ngày 04 tháng 02 năm 2025 của Ủy ban nhân dân thành phố',
      false,
    ],
    [
      'a commune’s, never its province’s',
      { issuer: 'Ủy ban nhân dân xã Phú Lộc' },
      local('Ủy ban nhân dân thành phố Huế'),
      'thay thế Quyết định số 12/2022/QĐ-UBND của Ủy ban nhân dân thành phố Huế',
      false,
    ],
    [
      'the council’s, never the committee’s',
      { issuer: 'Hội đồng nhân dân thành phố Huế' },
      local('Ủy ban nhân dân thành phố Huế'),
      'bãi bỏ Quyết định số 12/2022/QĐ-UBND',
      false,
    ],
  ])('%s', (_, acting, document, sentence, means) => {
    expect(isMeant(document, { sentence, by: acting })).toBe(means);
  });
});
