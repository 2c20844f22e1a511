import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../src/answer/compose/candidates.ts';
import { isGeneral, scoreGeneral } from '../../src/answer/compose/general.ts';
import { composeProcedure } from '../../src/answer/compose/procedure.ts';
import { readQuestion } from '../../src/answer/question.ts';
import { record } from '../ingest/records/fixture.ts';
import { hitOf, indexed } from './support.ts';

const document = indexed(
  record({
    yeu_cau_dieu_kien:
      'Trường hợp không được cấp giấy:\n+ Sân phơi nằm trong hành lang đường bộ.\n+ Sân phơi đang có tranh chấp.',
  }),
);
const unit = { hit: hitOf(document), chunks: document.chunks, facts: document.facts };
const candidates = candidatesOf(document.chunks);
const NAME = document.facts.title;

describe('general questions', () => {
  it('are told from those that ask about one step', () => {
    expect(isGeneral(candidates, readQuestion('đăng ký sân phơi lúa của thôn mấy ngày xong'), NAME)).toBe(
      true,
    );
    expect(isGeneral(candidates, readQuestion('công chức kiểm tra sân phơi trong mấy ngày'), NAME)).toBe(
      false,
    );
  });

  it.each([
    ['nộp ở đâu', 'Trung tâm Phục vụ hành chính công'],
    ['ai ký', 'Chủ tịch Ủy ban nhân dân cấp xã'],
    ['được cấp giấy gì', 'Giấy xác nhận sân phơi'],
    ['các bước thế nào', 'Bước 1'],
  ])('%s: from where such facts stand', (asked, fact) => {
    const [best] = scoreGeneral(candidates, readQuestion(`thủ tục mã 1.999001 ${asked}`));
    expect(best?.candidate.text).toContain(fact);
  });

  it('keep the title of a group with its papers, and what ends one row away from the next', () => {
    const grouped = indexed(
      record({
        thanh_phan_ho_so:
          '* Giấy tờ phải xuất trình:Tên giấy tờMẫu đơn, tờ khaiSố lượngThẻ căn cước1 bản chínhTrường hợp thuê sân thì nộp một trong các giấy tờ sau:1 bản chínhĐơn xin phép1 bản chính',
      }),
    );
    const papers = candidatesOf(grouped.chunks).filter((c) => c.part === 'thanh_phan_ho_so');
    expect(papers.map((c) => [c.text, c.context])).toEqual([
      ['* Giấy tờ phải xuất trình:', undefined],
      ['Thẻ căn cước1 bản chính', '* Giấy tờ phải xuất trình:'],
      ['Trường hợp thuê sân thì nộp một trong các giấy tờ sau:1 bản chính', '* Giấy tờ phải xuất trình:'],
      ['Đơn xin phép1 bản chính', '* Giấy tờ phải xuất trình:'],
    ]);
  });

  it('never show a sentence without the heading that turns its sense', () => {
    const draft = composeProcedure(unit, readQuestion('thủ tục mã 1.999001 điều kiện là gì'));
    const line = draft.sections.flatMap((s) => s.lines).find((l) => l.includes('hành lang đường bộ'));
    expect(line).toContain('không được cấp giấy: Sân phơi nằm trong hành lang đường bộ');
  });
});
