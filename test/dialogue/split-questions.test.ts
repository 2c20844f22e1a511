import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitQuestions } from '../../src/dialogue/split-questions.ts';

describe('questions of one message', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['lệ phí khai sinh', ['lệ phí khai sinh']],
    [
      'Bà A 80 tuổi, sống một mình. Bà được trợ cấp gì?',
      ['Bà A 80 tuổi, sống một mình. Bà được trợ cấp gì?'],
    ],
    ['Khai sinh cần gì? Lệ phí bao nhiêu?', ['Khai sinh cần gì?', 'Lệ phí bao nhiêu?']],
    ['Khai sinh cần gì? Xin cảm ơn.', ['Khai sinh cần gì? Xin cảm ơn.']],
    ['Khai sinh cần gì??? Gấp!', ['Khai sinh cần gì??? Gấp!']],
    ['1. Khai sinh cần gì?\n2. Ai ký?', ['Khai sinh cần gì?', 'Ai ký?']],
    [
      'Cho hỏi:\n1) khai sinh cần gì\nvà nộp đâu?\n2) kết hôn cần gì?',
      ['khai sinh cần gì và nộp đâu?', 'kết hôn cần gì?'],
    ],
    ['Hồ sơ đã có:\n- tờ khai\n- căn cước công dân', ['Hồ sơ đã có:\n- tờ khai\n- căn cước công dân']],
  ])('%j', (text, questions) => {
    expect(splitQuestions(text).questions).toEqual(questions);
  });

  it('answers five at most and counts the rest', () => {
    const text = Array.from({ length: 7 }, (_, i) => `Câu hỏi số ${i}?`).join(' ');
    expect(splitQuestions(text)).toMatchObject({ questions: { length: 5 }, leftOut: 2 });
  });

  it('never loses a word of a message that is not a list', () => {
    const word = fc.stringMatching(/^[a-zđêơ]{1,6}[?. ]?$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        const text = words.join(' ');
        const kept = splitQuestions(text, 1000).questions.join(' ').replace(/\s+/g, '');
        expect(kept).toBe(text.replace(/\s+/g, ''));
      }),
    );
  });
});
