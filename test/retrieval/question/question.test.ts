import { describe, expect, it } from 'vitest';
import { LexicalIndex } from '../../../src/retrieval/lexical/lexical-index.ts';
import { tokenise } from '../../../src/retrieval/lexical/terms.ts';
import { Vocabulary } from '../../../src/retrieval/lexical/vocabulary.ts';
import { ABBREVIATIONS } from '../../../src/retrieval/question/abbreviations.ts';
import { separateAsking } from '../../../src/retrieval/question/asking.ts';
import { readQuestion } from '../../../src/retrieval/question/question.ts';
import { nearestSyllables } from '../../../src/retrieval/question/typos.ts';
import { builtInEntries, extendedThesaurus } from '../../../src/retrieval/thesaurus/index.ts';
import { parseThesaurus, Thesaurus } from '../../../src/retrieval/thesaurus/thesaurus.ts';
import { procedure } from '../documents.ts';

const index = LexicalIndex.build([
  procedure('1.000001', 'Đăng ký tạm trú', {
    trinh_tu:
      'Thủ tục tạm trú thực hiện tại công an. Thông tư số 55 quy định. Chủ tịch xã ký. Chứng thực chữ ký.',
    thanh_phan_ho_so: 'Tờ khai thay đổi thông tin cư trú. Giấy chứng nhận quyền sử dụng đất.',
  }),
]);
const none = new Thesaurus([]);
const read = (q: string, thesaurus = none) => readQuestion(q, index, thesaurus);

describe('words of asking', () => {
  it('are no slips of the keyboard where no text has them', () => {
    expect(read('đăng ký tạm trú mất bao lâu').normalised).toBe('đăng ký tạm trú mất bao lâu');
  });

  it('call for no official words: "mất bao lâu" lost nothing, "mất giấy" did', () => {
    const { entries } = parseThesaurus('mất → chứng thực');
    const lost = LexicalIndex.build([
      procedure('1.000002', 'Cấp lại giấy tạm trú', {
        trinh_tu: 'Bị mất giấy thì chứng thực lại, bao lâu cũng được.',
      }),
    ]);
    const official = (q: string) => readQuestion(q, lost, new Thesaurus(entries)).official;
    expect(official('giấy tạm trú mất bao lâu')).toEqual([]);
    expect(official('mất giấy tạm trú')).not.toEqual([]);
  });
});

describe('an abbreviation that opens a question', () => {
  it('is no auxiliary, whatever stands beside it in the corpus', () => {
    const lent = LexicalIndex.build([procedure('1.000003', 'Giám hộ', { trinh_tu: 'Người được giám hộ.' })]);
    const normalised = (q: string) => readQuestion(q, lent, none).normalised;
    expect(normalised('dk giám hộ')).toBe('đăng ký giám hộ');
    expect(normalised('người dk giám hộ')).toBe('người được giám hộ');
  });
});

describe('what is asked for', () => {
  it.each([
    ['đăng ký tạm trú mất bao lâu', ['thoi_han']],
    ['dk tam tru can giay to gi', ['thanh_phan_ho_so']],
    ['phí bao nhiêu tiền', ['le_phi']],
    ['nộp ở đâu, ai ký', ['tham_quyen']],
    ['theo mẫu số mấy', ['bieu_mau']],
    ['căn cứ luật nào', ['can_cu']],
    ['được cấp giấy gì', ['ket_qua']],
  ])('%s', (question, fields) => {
    expect(read(question).fields).toEqual(expect.arrayContaining(fields));
  });

  it('takes the asking out of the subject, not the subject itself', () => {
    const syllables = 'dang ky tam tru mat may ngay'.split(' ');
    const { asking } = separateAsking(syllables);
    expect(syllables.filter((_, i) => asking[i])).toEqual(['mat', 'may', 'ngay']);
  });
});

describe('abbreviations', () => {
  it('are read by their neighbours', () => {
    expect(read('tt tam tru').normalised).toContain('thủ tục tam tru');
    expect(read('theo tt so 55').normalised).toContain('thông tư so 55');
    expect(read('ct xa ky').normalised).toContain('chủ tịch xa');
    expect(read('ct chu ky').normalised).toContain('chứng thực chu ky');
  });

  it('never replace a word typed with its diacritics', () => {
    expect(read('đã tạm trú, cà vẹt').normalised).toBe('đã tạm trú cà vẹt');
  });

  it('are all in the form they are looked up in', () => {
    for (const [key, readings] of Object.entries(ABBREVIATIONS)) {
      expect(
        tokenise(key)
          .map((t) => t.exact)
          .join(''),
        key,
      ).toBe(key);
      expect(readings.length, key).toBeGreaterThan(0);
      for (const r of readings) expect(r, key).toBe(r.normalize('NFC').trim());
    }
  });
});

describe('typing slips', () => {
  const vocabulary = Vocabulary.from(['tam', 'tru', 'khai', 'sinh', 'thuong']);
  it.each([
    ['thuogn', 'thuong'],
    ['khaii', 'khai'],
    ['sinnh', 'sinh'],
    ['tthuong', 'thuong'],
    ['khia', 'khai'],
  ])('%s → %s', (typed, meant) => expect(nearestSyllables(typed, vocabulary)).toContain(meant));
  it('finds nothing two slips away', () => expect(nearestSyllables('xyzkhai', vocabulary)).toEqual([]));
});

describe('thesaurus', () => {
  const { entries, problems } = parseThesaurus(
    '# ghi chú\nsổ đỏ, bìa đỏ → giấy chứng nhận\n\nkhông có mũi tên\na => b # c',
  );
  it('reads lines and reports those it cannot', () => {
    expect(entries).toEqual([
      { everyday: ['sổ đỏ', 'bìa đỏ'], official: ['giấy chứng nhận'] },
      { everyday: ['a'], official: ['b'] },
    ]);
    expect(problems).toEqual([{ line: 4, text: 'không có mũi tên' }]);
  });

  it('wants typed diacritics to agree', () => {
    const t = new Thesaurus(entries);
    const official = (q: string, marked: boolean) =>
      t.expand(tokenise(q), marked).map((e) => e.syllables.map((s) => s.exact).join(' '));
    expect(official('mất sổ đỏ', true)).toEqual(['giấy chứng nhận']);
    expect(official('mat so do', false)).toEqual(['giấy chứng nhận']);
    expect(official('vẽ sơ đồ', true)).toEqual([]);
  });

  it('adds official words that were not typed', () => {
    const question = read('sổ đỏ', new Thesaurus(entries));
    const id = index.vocabulary.find('chung')!;
    expect(question.body.some((t) => t.key === id)).toBe(false);
    expect(question.official.some((t) => t.key === id)).toBe(true);
  });

  it('takes the words of staff beside the built-in ones', () => {
    const { thesaurus, problems } = extendedThesaurus(['ghe máy → phương tiện thủy nội địa\nlỗi']);
    expect(thesaurus.size).toBe(builtInEntries().length + 1);
    expect(problems).toEqual([{ file: 0, line: 2, text: 'lỗi' }]);
    expect(thesaurus.expand(tokenise('ghe máy'), true).length).toBeGreaterThan(0);
  });

  it('comes with some hundreds of entries, each readable', () => {
    const all = builtInEntries();
    expect(all.length).toBeGreaterThan(400);
    for (const e of all)
      for (const phrase of [...e.everyday, ...e.official])
        expect(tokenise(phrase).length, phrase).toBeGreaterThan(0);
  });
});
