import { describe, expect, it } from 'vitest';
import { decree } from '../retrieval/documents.ts';
import { answererOver, request } from './support.ts';

const guide = (text: string) =>
  decree('7/2026/NĐ-CP', 'Nghị định về hỗ trợ người giữ giếng', [['2', 'Hỗ trợ', text]]);
const ask = async (text: string, question: string) =>
  (await answererOver([guide(text)]).ask(request(question))).answer;

describe('a question about an amount', () => {
  it.each([
    'Mức hỗ trợ hằng tháng cho người giữ giếng từ đủ 75 tuổi là bao nhiêu?',
    'muc ho tro nguoi giu gieng bn',
  ])('is not answered by a text without any: %s', async (question) => {
    const answer = await ask('Người giữ giếng từ đủ 80 tuổi được hỗ trợ mai táng theo quy định.', question);
    expect(answer.status).toBe('not_found');
    expect(answer.citations).toEqual([]);
  });

  it('is answered by a text with one, and other questions as ever', async () => {
    const text = 'Mức hỗ trợ hằng tháng cho người giữ giếng là 300.000 đồng.';
    const answer = await ask(text, 'Mức hỗ trợ hằng tháng cho người giữ giếng là bao nhiêu?');
    expect(answer.answer).toContain('300.000 đồng');
    const who = await ask('Người giữ giếng do thôn cử, được xã hỗ trợ.', 'Người giữ giếng do ai cử?');
    expect(who.status).not.toBe('not_found');
  });
});
