import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../src/legal/model.ts';
import { toldCasesFirst } from '../../../src/retrieval/ranking/case-fit.ts';
import { casesOf, casesSaid } from '../../../src/retrieval/ranking/cases.ts';
import type { Candidate } from '../../../src/retrieval/ranking/fusion.ts';

/** Does the question tell an act or case that the name prints? */
const tells = (question: string, name: string) => [...casesOf(name)].some((c) => casesSaid(question).has(c));

describe('acts and cases told', () => {
  it.each([
    ['sao y sổ hộ khẩu', 'Chứng thực bản sao từ bản chính'],
    ['thẻ bị rách xin làm lại', 'Cấp lại thẻ căn cước'],
    ['muốn đổi thẻ hết hạn', 'Cấp đổi thẻ căn cước'],
    ['sửa năm sinh của bà nội', 'Thay đổi, cải chính thông tin hộ tịch'],
    ['dong cua tiem hot toc', 'Chấm dứt hoạt động hộ kinh doanh'],
    ['bố cháu là người Úc', 'Đăng ký khai sinh có yếu tố nước ngoài'],
    ['người dịch không nằm trong danh sách', 'Chữ ký người dịch không phải là cộng tác viên'],
    ['mất sổ đỏ báo ai', 'Cấp lại Giấy chứng nhận do bị mất'],
    ['sang ten so do cho con', 'Đăng ký biến động quyền sử dụng đất'],
    ['công ty xin cấp giấy lần đầu', 'Cấp Giấy chứng nhận lần đầu đối với tổ chức'],
    ['ông cụ nằm liệt, nhờ làm tại nhà', 'Đăng ký khai tử lưu động'],
  ])('%s → %s', (question, name) => expect(tells(question, name)).toBe(true));

  it.each([
    ['thời hạn giải quyết', 'Chấm dứt hoạt động'],
    ['thay đổi nội dung', 'Cấp đổi thẻ căn cước'],
    ['mất mấy ngày', 'Cấp lại Giấy chứng nhận do bị mất'],
    ['công ty xin cấp giấy', 'Đăng ký đối với tổ chức, cá nhân'],
    ['tối thấy ngôi nhà', 'Thôi làm hòa giải viên'],
    ['phải nộp những gì', 'Chữ ký người dịch không phải là cộng tác viên'],
  ])('%s says nothing of %s', (question, name) => expect(tells(question, name)).toBe(false));

  it('a typed diacritic is information, a missing one is not', () => {
    expect(tells('gạch nợ', 'Xóa nợ tiền sử dụng đất')).toBe(true);
    expect(tells('gach no', 'Xóa nợ tiền sử dụng đất')).toBe(true);
    expect(tells('xây gách', 'Xóa nợ tiền sử dụng đất')).toBe(false);
  });
});

describe('procedures of the act or case told', () => {
  const TITLES: Readonly<Record<string, string>> = {
    vehicle: 'Đăng ký sang tên xe',
    certified: 'Chứng thực giao dịch liên quan đến tài sản',
  };
  const first = (question: string, scores: Readonly<Record<string, number>>) => {
    const candidates = Object.entries(scores).map(([documentId, score]) => ({
      documentId: documentId as DocumentId,
      score,
    })) as unknown as Candidate[];
    toldCasesFirst(candidates, (id) => TITLES[id], casesSaid(question));
    return candidates[0]!.documentId as string;
  };

  it('step back with an act of their own that is not told', () => {
    const TITLED: Readonly<Record<string, string>> = {
      again: 'Cấp lại giấy bán hàng',
      plain: 'Đăng ký bán hàng',
    };
    const candidates = Object.entries({ again: 10.3, plain: 10 }).map(([documentId, score]) => ({
      documentId: documentId as DocumentId,
      score,
    })) as unknown as Candidate[];
    toldCasesFirst(candidates, (id) => TITLED[id], casesSaid('đăng ký bán hàng mất mấy ngày'));
    expect(candidates.map(({ documentId }) => documentId)).toEqual(['plain', 'again']);
  });

  it('come before neighbours that share the words of the matter, unless far behind', () => {
    expect(first('chứng thực hợp đồng mua bán xe', { vehicle: 10.5, certified: 10 })).toBe('certified');
    expect(first('hợp đồng mua bán xe', { vehicle: 10.5, certified: 10 })).toBe('vehicle');
    expect(first('chứng thực hợp đồng mua bán xe', { vehicle: 12, certified: 10 })).toBe('vehicle');
  });
});
