import { describe, expect, it } from 'vitest';
import { composeProcedure } from '../../../src/answer/compose/procedure.ts';
import type { Draft, EvidenceUnit } from '../../../src/answer/model.ts';
import { readQuestion } from '../../../src/answer/question.ts';
import type { ProcedureRecord } from '../../../src/ingest/records/record.ts';
import { record } from '../../ingest/records/fixture.ts';
import { hitOf, indexed } from '../support.ts';

function compose(question: string, overrides: Partial<ProcedureRecord> = {}): Draft {
  const document = indexed(record(overrides));
  const unit: EvidenceUnit = { hit: hitOf(document), chunks: document.chunks, facts: document.facts };
  return composeProcedure(unit, readQuestion(question));
}

const lines = (draft: Draft, role?: string): string[] =>
  draft.sections.filter((section) => role === undefined || section.role === role).flatMap((s) => s.lines);

const papers = (...rows: string[]): Partial<ProcedureRecord> => ({
  thanh_phan_ho_so: `--Tên giấy tờMẫu đơn, tờ khaiSố lượng${rows.map((row) => `${row}1 bản chính`).join('')}`,
});

describe('a yes-or-no question', () => {
  it('about what the record never mentions is told so, and gets no yes or no', () => {
    for (const question of [
      'đăng ký sân phơi lúa có bị phạt không',
      'dang ky san phoi lua co bi phat tien ko',
    ]) {
      const draft = compose(question);
      expect(draft.status).toBe('partial');
      expect(lines(draft, 'conclusion')[0]).toMatch(/không thấy bản công bố .*(phạt|phat tien)/);
      expect(draft.citations.length).toBeLessThanOrEqual(2);
    }
  });

  it('that no shown sentence speaks of is not concluded from the sentences that are nearest', () => {
    const draft = compose('chủ sân 17 tuổi đăng ký sân phơi lúa được chưa');
    expect(draft.status).toBe('partial');
    expect(lines(draft, 'conclusion')[0]).toContain('không kết luận có hay không');
  });

  it('about what it does mention is answered', () => {
    const draft = compose('sân phơi có phải đóng dấu giáp lai không', {
      yeu_cau_dieu_kien: 'Sơ đồ có từ hai tờ trở lên thì phải đóng dấu giáp lai.',
    });
    expect(draft.status).toBe('answered');
    expect(lines(draft, 'conclusion')[0]).toContain('phải đóng dấu giáp lai');
  });
});

describe('the dossier', () => {
  it('begins with the application and names every paper', () => {
    const draft = compose(
      'đăng ký sân phơi lúa cần giấy tờ gì',
      papers('Thẻ căn cước', 'Sơ đồ vị trí', 'Đơn đăng ký'),
    );
    expect(lines(draft, 'conclusion')[0]).toContain('Đơn đăng ký');
    expect(lines(draft).join('\n')).toMatch(/Thẻ căn cước[\s\S]*Sơ đồ vị trí/);
    expect(lines(draft, 'caution').join('\n')).not.toContain('chưa nêu hết');
  });

  it('that does not fit says that there is more', () => {
    const many = Array.from(
      { length: 20 },
      (_, i) => `Giấy xác nhận của thôn ${'về việc sử dụng sân '.repeat(6)}${i}A`,
    );
    const draft = compose('đăng ký sân phơi lúa cần giấy tờ gì', papers(...many));
    expect(lines(draft, 'caution').join('\n')).toContain('chưa nêu hết');
  });

  it('leaves out the file name of a form', () => {
    const draft = compose('đăng ký sân phơi lúa cần giấy tờ gì');
    expect(lines(draft).join('\n')).toContain('Đơn đăng ký sân phơi theo Mẫu số 05 (1 bản chính)');
  });
});

describe('the authority', () => {
  const elsewhere = { co_quan_thuc_hien: 'Tổ chức hành nghề công chứng', trinh_tu_thuc_hien: 'Nộp đơn.' };

  it('is not concluded from a cell that names no body of the commune', () => {
    const draft = compose('đăng ký sân phơi lúa ai ký', elsewhere);
    expect(lines(draft, 'conclusion').join('\n')).not.toContain('Tổ chức hành nghề công chứng');
    expect(lines(draft, 'caution').join('\n')).toMatch(/Cơ quan: .*Tổ chức hành nghề công chứng.*đối chiếu/);
  });

  it('is concluded, with the caution, where another level shares the procedure', () => {
    const draft = compose('đăng ký sân phơi lúa cơ quan nào giải quyết', {
      ...elsewhere,
      cap_thuc_hien: 'Cấp tỉnh, Cấp xã',
    });
    expect(lines(draft).join('\n')).toContain('Tổ chức hành nghề công chứng [');
    expect(lines(draft, 'caution').join('\n')).toContain('Cơ quan:');
  });
});

describe('what is asked', () => {
  it('is no fee where "viện phí" is the subject', () => {
    expect(readQuestion('xin trả tiền viện phí thì nộp giấy tờ gì').shapes).toEqual(['papers']);
    expect(readQuestion('lệ phí và phí bao nhiêu').shapes).toContain('money');
  });
});

describe('a sentence cut out of a table cell', () => {
  it('has no parenthesis that opens or closes nothing', () => {
    const draft = compose('đăng ký sân phơi lúa lệ phí bao nhiêu', {
      cach_thuc_thuc_hien:
        'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp7 Ngày làm việc400.000 Đồng(Mức thu lệ phí: 400.000đ/trường hợp. Miễn lệ phí cho hộ nghèo.)',
    });
    for (const line of lines(draft)) {
      expect(line.split('(').length, line).toBe(line.split(')').length);
    }
  });
});

describe('a question that only names the procedure', () => {
  it('gets time, fee, place, result and the application first', () => {
    const conclusion = lines(compose('đăng ký sân phơi lúa'), 'conclusion');
    expect(conclusion.join('\n')).toMatch(
      /Thời hạn: 7 ngày làm việc; phí, lệ phí: Miễn phí[\s\S]*Trung tâm Phục vụ hành chính công[\s\S]*Kết quả: Giấy xác nhận sân phơi[\s\S]*Hồ sơ: Đơn đăng ký sân phơi/,
    );
  });

  it('is told the time and the sum where a long note follows them in the same cell', () => {
    const note = `Luật Căn cước: 70.000 đồng/thẻ. ${'Mức thu này áp dụng trong cả nước. '.repeat(12)}`;
    const conclusion = lines(
      compose('đăng ký sân phơi lúa', {
        cach_thuc_thuc_hien: `Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp7 Ngày làm việc70,000 Việt Nam Đồng(${note})`,
      }),
      'conclusion',
    );
    expect(conclusion[0]).toContain('Thời hạn: 7 ngày làm việc; phí, lệ phí: 70,000 Việt Nam Đồng');
  });
});

describe('what the citizen at the counter needs first', () => {
  it('without a paper: what holds for who lacks it, before anything of the usual way', () => {
    for (const question of [
      'lam dang ky san phoi lua ma thieu giay xac nhan cua thon thi lam sao',
      'đăng ký sân phơi lúa nhưng không có giấy xác nhận của thôn thì thế nào',
    ]) {
      const draft = compose(
        question,
        papers(
          'Đơn đăng ký',
          'Giấy xác nhận của thôn; trường hợp không có Giấy xác nhận của thôn thì nộp bản cam đoan có hai người làm chứng',
        ),
      );
      expect(lines(draft, 'conclusion')[0], question).toContain('bản cam đoan');
    }
  });

  it('where to hand in: who receives the dossier, not another office that the words lead to', () => {
    const draft = compose('đăng ký sân phơi lúa trên đất trồng lúa thì nộp ở đâu', {
      trinh_tu_thuc_hien:
        'Bước 1: Người đề nghị nộp hồ sơ đến Trung tâm Phục vụ hành chính công.\nBước 2: Cơ quan thuế xác nhận việc nộp tiền bảo vệ đất trồng lúa, sân phơi và gửi thông báo cho cơ quan chuyên môn.',
    });
    const [first] = lines(draft, 'conclusion');
    expect(first).toContain('Trung tâm Phục vụ hành chính công');
    expect(first).not.toContain('thuế');
  });

  it('where to go: the applicant’s step, whatever the office sends where', () => {
    const draft = compose('đăng ký sân phơi lúa lần đầu làm ở đâu', {
      trinh_tu_thuc_hien:
        'Bước 1: Chủ sân nộp hồ sơ tại Bộ phận Một cửa của xã.\nBước 2: Công chức chuyển hồ sơ sân phơi lúa đăng ký lần đầu đến Văn phòng đăng ký.',
    });
    expect(lines(draft, 'conclusion')[0]).toContain('Bộ phận Một cửa');
  });

  it('the fee at the commune before that of the missions abroad, unless those are asked about', () => {
    const abroad: Partial<ProcedureRecord> = {
      cach_thuc_thuc_hien:
        'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp2 Ngày làm việc10 USD(/bản)Tại cơ quan đại diện.Trực tuyến2 Ngày làm việc2.000 Đồng',
    };
    expect(lines(compose('đăng ký sân phơi lúa bao nhiêu tiền', abroad), 'conclusion')[0]).toContain('2.000');
    const asked = compose('đăng ký sân phơi lúa ở cơ quan đại diện bao nhiêu tiền', abroad);
    expect(lines(asked).join('\n')).toContain('USD');
  });

  it('how long a paper holds is not answered with how long the office takes', () => {
    const untold = compose('giấy xác nhận sân phơi có giá trị bao lâu');
    expect(untold.status).toBe('partial');
    expect(lines(untold, 'conclusion')[0]).toBe('Giá trị sử dụng: bản công bố không nêu. Nội dung gần nhất:');
    const told = compose('giấy xác nhận sân phơi có giá trị bao lâu', {
      yeu_cau_dieu_kien: 'Giấy xác nhận sân phơi có giá trị 06 tháng kể từ ngày cấp.',
    });
    expect(lines(told, 'conclusion')[0]).toContain('06 tháng');
  });

  it('how many days is not answered with the dates between which a fee is halved', () => {
    const draft = compose('đổi giấy sân phơi lúa hết hạn mấy ngày lấy', {
      cach_thuc_thuc_hien:
        'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp7 Ngày làm việcMiễn phíTừ ngày 01/01/2025 đến hết ngày 31/12/2025, mức thu lệ phí khi hết hạn bằng 50%.',
    });
    expect(lines(draft, 'conclusion')[0]).toContain('7 ngày làm việc');
    expect(lines(draft, 'conclusion').join('\n')).not.toContain('Thời hạn: Từ ngày');
  });

  it('the form is the one the dossier names, not a number of a decree', () => {
    const draft = compose(
      'mẫu tờ khai đăng ký sân phơi lúa',
      papers('Giấy chứng minh nơi cư trú theo Nghị định số 104/2022/NĐ-CP', 'Tờ khai đăng ký theo mẫu'),
    );
    expect(lines(draft, 'conclusion')[0]).toContain('Tờ khai đăng ký theo mẫu');
    expect(lines(draft, 'conclusion').join('\n')).not.toContain('104/2022');
  });

  it('a body that only cooperates is never told as the office', () => {
    const draft = compose('đăng ký sân phơi lúa do cơ quan nào làm, ai ký', {
      co_quan_thuc_hien: '',
      co_quan_phoi_hop: 'Bộ Giao thông',
    });
    expect(lines(draft).join('\n')).not.toContain('Bộ Giao thông');
  });
});
