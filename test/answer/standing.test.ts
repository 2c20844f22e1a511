import { describe, expect, it } from 'vitest';
import { asksBetween, readStanding } from '../../src/answer/standing/question.ts';

describe('readStanding', () => {
  it.each([
    ['Nghị định 120/2025 còn hiệu lực không?', 'standing'],
    ['nd 23/2015 con hieu luc k', 'standing'],
    ['Thông tư 01/2020/TT-BTP hết hiệu lực chưa', 'standing'],
    ['nghị định 23/2015/NĐ-CP đã bị thay thế chưa', 'standing'],
    ['Điều 5 Nghị định 23/2015 bị bãi bỏ chưa', 'standing'],
    ['văn bản nào thay thế nghị định 23/2015', 'replaced_by'],
    ['vb nao thay the nd 23/2015', 'replaced_by'],
    ['NĐ 23/2015 được sửa đổi bởi văn bản nào', 'amended_by'],
    ['NĐ 280/2025 sửa đổi những gì', 'amends'],
    ['thông tư 08/2025/TT-BTP thay thế văn bản nào', 'replaces'],
    ['Nghị định 280/2025 bãi bỏ những văn bản nào', 'repeals'],
    ['nghị định 118/2025 có hiệu lực từ ngày nào', 'dates'],
    ['Nghị định 118/2025 khi nào có hiệu lực', 'dates'],
    ['thông tư nào hướng dẫn nghị định 20/2021', 'detailed_by'],
    ['nghị định 147/2026 hướng dẫn văn bản nào', 'details'],
    ['nghị quyết 303/NQ-CP nói gì', 'contents'],
    ['nghi dinh 120/2025 quy dinh nhung gi v', 'contents'],
    ['NĐ 125/2025 về việc gì?', 'contents'],
    ['tóm tắt nghị định 120/2025/NĐ-CP giúp tôi', 'contents'],
    ['nội dung chính của thông tư 08/2025/TT-BTP là gì', 'contents'],
  ])('%s', (question, asked) => {
    expect(readStanding(question)).toBe(asked);
  });

  it('takes the name of a law for the document', () => {
    expect(
      readStanding('Luật Bảo vệ bí mật nhà nước còn hiệu lực không', 'luat bao ve bi mat nha nuoc'),
    ).toBe('standing');
  });

  it.each([
    'Theo Nghị định 23/2015 bản sao chứng thực có hiệu lực bao lâu',
    'Nghị định 23/2015 quy định chứng thực chữ ký cần giấy tờ gì',
    'thẻ căn cước cũ còn hiệu lực thì có phải đổi khi chuyển hộ khẩu theo Luật Căn cước không',
    'thay đổi hộ tịch cần giấy tờ gì',
    'nghị định 120/2025 quy định gì về khai sinh',
    'theo nghị định 120/2025 lệ phí khai sinh là gì',
    'nội dung tờ khai theo nghị định 123/2015 gồm những gì',
    'sửa đổi thông tin cá nhân theo Nghị định 62/2021 cần nộp gì',
  ])('leaves a question about content alone: %s', (question) => {
    expect(readStanding(question)).toBeUndefined();
  });

  it('knows a question between two documents', () => {
    expect(asksBetween('Nghị định 280/2025 có thay thế Nghị định 23/2015 không?')).toBe(true);
    expect(asksBetween('Nghị định 280/2025 và Nghị định 23/2015')).toBe(false);
  });
});
