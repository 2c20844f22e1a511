import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../src/ingest/inspect.ts';
import { levelInWords, markedRefusal } from '../../../src/ingest/safety/marked-words.ts';
import { bytesOf, letter } from '../../support/uploads.ts';

describe('what people call a file', () => {
  it.each([
    ['12-KH-UBND (MẬT)', 'MẬT'],
    ['12-KH-UBND [mat]', 'MẬT'],
    ['KH 12 - (Toi mat) ban cuoi', 'TỐI MẬT'],
    ['bao_cao_TỐI_MẬT_2026', 'TỐI MẬT'],
    ['BC TUYET MAT', 'TUYỆT MẬT'],
    ['Công văn số 5 MẬT', 'MẬT'],
    ['Tài liệu mật, gửi anh xem', 'MẬT'],
    ['em gửi văn bản tuyệt mật', 'TUYỆT MẬT'],
    ['Báo cáo mật'.normalize('NFD'), 'MẬT'],
  ])('%s', (words, level) => expect(levelInWords(words)).toBe(level));

  it.each([
    ['Luật Bảo vệ bí mật nhà nước'],
    ['QĐ ban hành danh mục bí mật nhà nước độ Tối mật và Tuyệt mật'],
    ['QUY CHẾ BẢO MẬT'],
    ['Hồ sơ mật khẩu'],
    ['Văn bản mật độ xây dựng'],
    ['Kế hoạch mật ong Nam Đông'],
    ['HỢP TÁC XÃ ONG MẬT'],
    ['DS_VANG_MAT'],
    ['MAT TRAN TO QUOC'],
    ['don trinh bao toi mat the'],
    ['ho so mat cccd'],
    ['không phải tài liệu mật'],
    ['không có dấu mật nhé'],
    [''],
  ])('%s says nothing', (words) => expect(levelInWords(words)).toBeUndefined());

  it('keeps a file so named from being opened, by every door', async () => {
    expect(await inspectFile(bytesOf(letter()), 'kh/12 (MẬT).txt')).toMatchObject({
      status: 'refused',
      reason: markedRefusal('MẬT'),
      text: '',
    });
  });
});
