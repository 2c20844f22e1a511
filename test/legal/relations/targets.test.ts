import { describe, expect, it } from 'vitest';
import { readPaths } from '../../../src/legal/relations/targets.ts';

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
