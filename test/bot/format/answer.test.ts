import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_STATUSES, type Answer } from '../../../src/answer/model.ts';
import { answerBlocks, basisToCopy, effectivityBadge } from '../../../src/bot/format/answer.ts';
import { MESSAGE_LIMIT, renderMessages } from '../../../src/bot/format/html.ts';
import { answerKeyboard } from '../../../src/bot/format/keyboards.ts';
import type { QuestionId } from '../../../src/dialogue/model.ts';
import { STATUS_WORDS } from '../../../src/dialogue/words.ts';
import { answer, citation } from '../../support/dialogue.ts';
import { htmlText, textProblem } from '../../support/fake-bot-api.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 3000 });
const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    status: fc.constantFrom(...ANSWER_STATUSES),
    sections: fc.array(
      fc.record({
        role: fc.constantFrom('conclusion' as const, 'detail' as const, 'caution' as const, 'next' as const),
        lines: fc.array(text, { maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    labels: fc.array(text, { maxLength: 12 }),
    choices: fc.array(fc.record({ label: text, question: text }), { maxLength: 10 }),
  })
  .map(({ status, sections, labels, choices }) =>
    answer('x', {
      status,
      sections,
      choices,
      citations: labels.map((label, i) => citation(i + 1, { label })),
    }),
  );

describe('an answer in Telegram', () => {
  it('always is text that Telegram takes, with buttons that it takes', () => {
    fc.assert(
      fc.property(anyAnswer, (any) => {
        const reply_markup = answerKeyboard('q'.repeat(16) as QuestionId, any, '2026-09-07');
        const messages = renderMessages(answerBlocks({ answer: any, firstContact: false }));
        expect(messages.length).toBeGreaterThan(0);
        for (const html of messages) {
          expect(html.length).toBeLessThanOrEqual(MESSAGE_LIMIT);
          expect(textProblem({ text: html, parse_mode: 'HTML', reply_markup })).toBeUndefined();
        }
        const buttons = reply_markup.inline_keyboard.flat() as {
          text: string;
          copy_text?: { text: string };
        }[];
        for (const { text: label, copy_text } of buttons) {
          expect(label.trim()).not.toBe('');
          expect(copy_text?.text.length ?? 1).toBeLessThanOrEqual(256);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('puts the conclusion first, and the status under it when it is only a part', () => {
    const sections = [
      { role: 'detail' as const, lines: ['chi tiết'] },
      { role: 'conclusion' as const, lines: ['kết luận'] },
    ];
    const read = (status: Answer['status']) =>
      htmlText(
        renderMessages(answerBlocks({ answer: answer('x', { status, sections }), firstContact: false }))[0]!,
      );
    expect(read('answered')?.startsWith('kết luận\n\nchi tiết')).toBe(true);
    expect(read('partial')?.startsWith(`kết luận\n${STATUS_WORDS.partial}`)).toBe(true);
    expect(read('not_found')?.startsWith(`${STATUS_WORDS.not_found}\nkết luận`)).toBe(true);
    expect(read('refused')?.startsWith('kết luận')).toBe(true);
  });

  it('says how a follow-up was understood under the answer, in one line of a phone or two', () => {
    const understoodAs = `lệ phí thủ tục ${'rất dài '.repeat(60)}`;
    const read = htmlText(
      renderMessages(answerBlocks({ answer: answer('Miễn phí.'), firstContact: false, understoodAs }))[0]!,
    );
    expect(read?.startsWith('Miễn phí.\nHiểu câu hỏi là: lệ phí')).toBe(true);
    expect(read?.split('\n')[1]?.length).toBeLessThan(170);
  });

  it('names what is nearest once, whatever the composer shortened', () => {
    const title = `Cấp giấy phép ${'rất dài '.repeat(30)}`.trim();
    const nearest = [{ title, label: title, procedureCode: '1.014859' }];
    const said = answer('Gần nhất: Cấp giấy phép … (mã 1.014859)', { status: 'not_found', nearest });
    const blocks = (given: Answer) => renderMessages(answerBlocks({ answer: given, firstContact: false }));
    expect(blocks(said).join('')).not.toContain('rất dài');
    expect(blocks({ ...said, answer: 'Không thấy.' }).join('')).toContain('rất dài');
  });

  it('puts statements from one place on one line', () => {
    const citations = [citation(1), citation(2, { label: 'Điều 5' }), citation(3)];
    const blocks = answerBlocks({ answer: answer('x', { citations }), firstContact: false });
    const read = renderMessages(blocks).join('');
    expect(read).toContain(`[1] [3] ${citation(1).label}`);
    expect(read).toContain('[2] Điều 5');
  });

  it('never shows an expired source without saying so', () => {
    expect(effectivityBadge({ status: 'expired', to: '2025-06-30' })).toBe(
      'Hết hiệu lực toàn bộ (đến 30/06/2025)',
    );
    expect(effectivityBadge({ status: 'not_yet', from: '2027-01-01' })).toBe(
      'Chưa có hiệu lực (từ 01/01/2027)',
    );
    expect(effectivityBadge({ status: 'unknown' })).toBe('Chưa xác định hiệu lực');
  });

  it('copies no citation cut in half', () => {
    const long = citation(1, { label: 'x'.repeat(300) });
    expect(basisToCopy([long], '2026-09-07')).toBeUndefined();
    expect(basisToCopy([citation(1, { label: 'Điều 5' }), long], '2026-09-07')).toBe(
      'Căn cứ: Điều 5 (tra cứu ngày 07/09/2026)',
    );
  });
});
