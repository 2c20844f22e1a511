import { describe, expect, it } from 'vitest';
import { resolveFollowUp } from '../../src/dialogue/follow-up.ts';
import type { LoggedQuestion } from '../../src/dialogue/model.ts';
import { answer } from '../support/dialogue.ts';

const asked = (question: string, more: Partial<LoggedQuestion> = {}) =>
  ({ question, answer: answer('…'), ...more }) as LoggedQuestion;
const birth = asked('Đăng ký khai sinh cần giấy tờ gì?');
const TOPIC = 'thủ tục 9.000001 Đăng ký khai sinh (mẫu thử)';

describe('follow-ups', () => {
  it.each([
    'còn lệ phí?',
    'thế lệ phí thì sao',
    'the con le phi',
    'Lệ phí bao nhiêu?',
    'mất mấy ngày?',
    'còn thời hạn giải quyết thì sao ạ?',
    'nộp ở đâu?',
    'ai ký?',
    'thủ tục này cần giấy tờ gì?',
    'Căn cứ pháp lý?',
    'lệ phí bao nhiêu vậy em',
    'còn hồ sơ thì sao ạ anh ơi',
  ])('takes "%s" to be about the procedure before', (text) => {
    const resolved = resolveFollowUp(text, birth);
    expect(resolved.kind).toBe('field');
    expect(resolved.question.endsWith(TOPIC)).toBe(true);
    expect(resolved.question).not.toMatch(/^(?:còn|thế|the) /);
  });

  it.each([
    ['thế ở biên giới thì sao?', 'Đăng ký khai sinh cần giấy tờ gì ở biên giới'],
    ['con truong hop qua han thi sao', 'Đăng ký khai sinh cần giấy tờ gì truong hop qua han'],
    ['thế nếu mẹ là người nước ngoài thì sao?', 'Đăng ký khai sinh cần giấy tờ gì mẹ là người nước ngoài'],
  ])('narrows the case: "%s"', (text, question) => {
    const resolved = resolveFollowUp(text, birth);
    expect(['case', 'subject']).toContain(resolved.kind);
    if (resolved.kind === 'case') expect(resolved.question).toBe(question);
  });

  it('does not pin another case to the procedure before', () => {
    const code = asked('còn thời hạn?', { understoodAs: `thời hạn ${TOPIC}` });
    expect(resolveFollowUp('thế ở biên giới thì sao?', code).question).toBe(
      'thời hạn Đăng ký khai sinh (mẫu thử) ở biên giới',
    );
  });

  it('takes the procedure of a bare code by its name', () => {
    for (const question of ['thủ tục 9.000001', '9.000001'])
      expect(resolveFollowUp('thế ở biên giới thì sao?', asked(question)).question).toBe(
        'Đăng ký khai sinh (mẫu thử) ở biên giới',
      );
    const unknown = asked('9.999999', { answer: answer('…', { citations: [] }) });
    expect(resolveFollowUp('thế ở biên giới thì sao?', unknown).kind).toBe('as_is');
  });

  it('carries what was asked over to another matter', () => {
    expect(resolveFollowUp('còn đăng ký kết hôn thì sao?', asked('Lệ phí đăng ký khai sinh?'))).toEqual({
      question: 'đăng ký kết hôn Lệ phí',
      kind: 'subject',
    });
  });

  it('takes the question before, completed, as the topic when no procedure was cited', () => {
    const law = asked('còn ai ký?', {
      understoodAs: 'thẩm quyền công nhận hòa giải viên',
      answer: answer('…', { citations: [] }),
    });
    expect(resolveFollowUp('thời hạn?', law).question).toBe('thời hạn công nhận hòa giải viên');
  });

  it.each([
    'nó',
    '?',
    '👍',
    'dạ vâng ạ',
    'Thời hạn khai tử mấy ngày?',
    'Lệ phí đăng ký kết hôn bao nhiêu?',
    'đăng ký thường trú cần gì',
    'Điều 5 Nghị định 120/2025/NĐ-CP',
    'Còn hộ gia đình có ba thành viên muốn tách thửa đất nông nghiệp thì cần đáp ứng điều kiện nào?',
  ])('leaves "%s" as it is', (text) => {
    expect(resolveFollowUp(text, birth)).toEqual({ question: text, kind: 'as_is' });
  });

  it('reads parts of one message that are questions of their own as they are', () => {
    for (const text of ['Thời hạn khai tử mấy ngày?', 'đăng ký thường trú cần gì'])
      expect(resolveFollowUp(text, birth, true)).toEqual({ question: text, kind: 'as_is' });
  });

  it('completes nothing without a turn before', () => {
    expect(resolveFollowUp('còn lệ phí?', undefined)).toEqual({ question: 'còn lệ phí?', kind: 'as_is' });
  });

  it('takes a number or a label as the choice offered', () => {
    const offered = asked('226/QĐ-UBND', {
      answer: answer('…', {
        status: 'clarify',
        choices: [
          { label: 'UBND xã Một', question: '226/QĐ-UBND của UBND xã Một' },
          { label: 'UBND xã Hai', question: '226/QĐ-UBND của UBND xã Hai' },
        ],
      }),
    });
    expect(resolveFollowUp('2', offered).question).toBe('226/QĐ-UBND của UBND xã Hai');
    expect(resolveFollowUp('ubnd xa mot', offered).question).toBe('226/QĐ-UBND của UBND xã Một');
    expect(resolveFollowUp('3', offered).kind).toBe('as_is');
  });

  it('joins a part without a subject to the part before it in the same message', () => {
    expect(resolveFollowUp('Làm lại ở đâu?', birth, true).kind).toBe('field');
    expect(resolveFollowUp('Làm lại ở đâu?', birth, false).kind).toBe('as_is');
  });
});
