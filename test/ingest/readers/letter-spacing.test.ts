import { describe, expect, it } from 'vitest';
import { closeLetterSpacing } from '../../../src/ingest/readers/pdf/letter-spacing.ts';

describe('text set letter by letter', () => {
  it.each([
    ['c ủ a T h ủ t ư ớ n g C h í n h p h ủ', 'của Thủ tướng Chính phủ'],
    ['Q u y ế t đ ị n h s ố 1 9 3 / 2 0 0 1 / Q Đ - T T g', 'Quyết định số 193/2001/QĐ-TTg'],
    ['v ề v i ệ c s ử a đ ổ i , b ổ s u n g', 'về việc sửa đổi, bổ sung'],
    ['N G H Ị Q U Y Ế T', 'NGHỊ QUYẾT'],
    ['T Ố I M Ậ T', 'TỐI MẬT'],
    ['theo n g h ị đ ị n h này', 'theo nghị định này'],
  ])('%s', (spaced, closed) => {
    expect(closeLetterSpacing(spaced)).toBe(closed);
  });

  it.each([
    'STT A B C D E F',
    '1 2 3 4 5 6 7',
    'a b c d đ e g h',
    'điểm a, b, c khoản 1',
    'Loại A, B, C, D, E, F',
  ])('columns and labels stay: %s', (text) => {
    expect(closeLetterSpacing(text)).toBe(text);
  });
});
