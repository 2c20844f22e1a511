import { describe, expect, it } from 'vitest';
import { citationLabel } from '../../src/legal/citation-label.ts';

const DECREE = { number: '120/2025/NĐ-CP', type: 'Nghị định', title: 'Nghị định về phân định thẩm quyền' };

describe('citationLabel', () => {
  it.each([
    [
      { dieu: '5', khoan: '2', diem: 'a', chuong: 'II' },
      DECREE,
      'điểm a khoản 2 Điều 5 Nghị định số 120/2025/NĐ-CP',
    ],
    [{ phuLuc: 'II', muc: 'I', khoan: '1' }, DECREE, 'khoản 1 Mục I Phụ lục II Nghị định số 120/2025/NĐ-CP'],
    [{ phuLuc: '', muc: 'Mẫu số 01' }, DECREE, 'Mẫu số 01 Phụ lục Nghị định số 120/2025/NĐ-CP'],
    [{ phuLuc: 'Quy chế', dieu: '3' }, DECREE, 'Điều 3 Quy chế kèm theo Nghị định số 120/2025/NĐ-CP'],
    [
      { dieu: '9' },
      { number: '60/2014/QH13', type: 'Luật', title: 'Luật Hộ tịch' },
      'Điều 9 Luật Hộ tịch số 60/2014/QH13',
    ],
    [{ dieu: '9' }, { title: 'Bộ luật Dân sự' }, 'Điều 9 Bộ luật Dân sự'],
    [
      { khoan: '1' },
      {
        number: '226/QĐ-UBND',
        type: 'Quyết định',
        title: 'Quyết định thử',
        issuer: 'Ủy ban nhân dân tỉnh Sơn La',
        date: '2026-02-03',
      },
      'khoản 1 Quyết định số 226/QĐ-UBND ngày 03/02/2026 của Ủy ban nhân dân tỉnh Sơn La',
    ],
    [
      { part: 'thanh_phan_ho_so' },
      { title: 'Đăng ký khai sinh', procedureCode: '1.001193' },
      'Thành phần hồ sơ, thủ tục 1.001193',
    ],
  ] as const)('%o', (path, document, label) => {
    expect(citationLabel(path, document)).toBe(label);
  });
});
