import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/answer/question.ts';

describe('what a question asks for', () => {
  it.each([
    ['Đăng ký khai sinh mất mấy ngày?', 'duration'],
    ['dk khai sinh bn ngay co', 'duration'],
    ['Chứng thực chữ ký thu bao nhiêu tiền?', 'money'],
    ['phi ct hd bnhieu 1 cai', 'money'],
    ['điền mẫu số mấy', 'form'],
    ['hs gom nhung j', 'papers'],
    ['cần giấy tờ gì', 'papers'],
    ['ai ký giấy này', 'signer'],
    ['nop o dau', 'place'],
    ['lam o phuong minh dc ko', 'place'],
    ['người chết ở bệnh viện thì ai đi khai tử', 'applicant'],
    ['trich luc online dc ko', 'channel'],
    ['căn cứ nghị định nào', 'legal'],
    ['xong được cấp giấy gì', 'result'],
    ['quá tuổi có được xét không', 'condition'],
    ['19 tuổi đăng ký được chưa', 'condition'],
    ['vào nhà thuê cần chủ nhà đồng ý ko', 'condition'],
    ['sao y tiếng Anh xã làm được ko', 'place'],
    ['giấy xác nhận độc thân có giá trị bao lâu', 'validity'],
    ['giay nay xai duoc may thang', 'validity'],
    ['nuôi con nuôi lệ phí và thời gian', 'duration'],
    ['bao nhiêu tuổi thì được xét', 'condition'],
  ])('%s: %s', (question, shape) => {
    expect(readQuestion(question).shapes).toContain(shape);
  });

  it.each([
    ['làm thẻ cho trẻ 3 tuổi', 'condition'],
    ['chung thuc hop dong uy quyen can giay to gi', 'signer'],
  ])('%s: not %s', (question, shape) => {
    expect(readQuestion(question).shapes).not.toContain(shape);
  });

  it('does not read "thẻ căn cước" as "căn cứ", nor "hồ" as "hộ" once diacritics are typed', () => {
    expect(readQuestion('thẻ căn cước cũ bị mất').shapes).not.toContain('legal');
  });

  it('keeps what the question is about and drops the words of asking', () => {
    expect(readQuestion('Cho em hỏi đăng ký kết hôn thì cần giấy tờ gì ạ').terms).toEqual(
      expect.arrayContaining(['dang', 'ky', 'ket', 'hon']),
    );
    expect(readQuestion('Cho em hỏi đăng ký kết hôn ạ').terms).not.toContain('hoi');
  });

  it('tells the whole procedure’s time from that of one step', () => {
    expect(readQuestion('xa giai quyet may ngay').overall).toBe(true);
    expect(readQuestion('trong mấy ngày UBND xã phải thông báo thụ lý').overall).toBe(false);
  });

  it('takes "làm ở phường được không" for the office, not for a condition', () => {
    const read = readQuestion('từ chối nhận di sản làm ở phường được không');
    expect(read).toMatchObject({ office: true, shapes: ['place'] });
    expect(readQuestion('bán nhà ở xã có được miễn thuế').office).toBe(false);
  });

  it('does not take how long a paper holds for how long the office takes', () => {
    expect(readQuestion('giấy xác nhận độc thân có giá trị bao lâu').shapes).toEqual(['validity']);
    expect(readQuestion('cấp giấy xác nhận độc thân mất bao lâu').shapes).toEqual(['duration']);
  });

  it('hears which paper is missing, and takes "mất mấy ngày" for no loss', () => {
    expect(readQuestion('khai sinh thiếu giấy chứng sinh thì sao').lacks).toEqual(['giay', 'chung', 'sinh']);
    expect(readQuestion('bi mat ban chinh giay ket hon xin cap lai').lacks).toEqual(['giay', 'ket', 'hon']);
    expect(readQuestion('đăng ký hộ kinh doanh mất mấy ngày').lacks).toEqual([]);
    expect(readQuestion('làm mất thẻ').lacks).toEqual([]);
  });

  it('tells until when somebody must act from how long the office takes', () => {
    expect(readQuestion('tạm ngừng kinh doanh phải báo trước mấy ngày')).toMatchObject({
      deadline: true,
      overall: false,
    });
    expect(readQuestion('tạm ngừng kinh doanh mấy ngày xong').deadline).toBe(false);
  });
});
