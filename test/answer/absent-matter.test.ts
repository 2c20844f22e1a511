import { describe, expect, it } from 'vitest';
import { record } from '../ingest/records/fixture.ts';
import { decree } from '../retrieval/documents.ts';
import { answererOver, indexed, request } from './support.ts';

const document = indexed(record());
const ask = async (question: string, over = document) =>
  (await answererOver([over]).ask(request(question))).answer;

const guide = (text: string) =>
  decree('7/2026/NĐ-CP', 'Nghị định về hỗ trợ người giữ giếng', [['2', 'Hỗ trợ', text]]);
const askOf = async (text: string, question: string) => ask(question, guide(text));

describe('a matter that the nearest text does not speak of', () => {
  it.each([
    ['mức phạt khi không đăng ký sân phơi lúa là bao nhiêu', 'xử phạt'],
    ['dang ky san phoi lua cham bi xu phat the nao', 'xử phạt'],
    ['phần mềm đăng ký sân phơi lúa báo lỗi', 'phần mềm'],
    ['dang ky san phoi lua ma he thong dvc bi treo', 'phần mềm'],
  ])('%s: is told so', async (question, words) => {
    const { status, answer, citations } = await ask(question);
    expect(status).toBe('not_found');
    expect(answer).toContain(words);
    expect(citations).toEqual([]);
  });

  it('is answered where the text does speak of it', async () => {
    const over = indexed(record({ yeu_cau_dieu_kien: 'Không đăng ký sân phơi thì bị phạt 200.000 đồng.' }));
    const { status, answer } = await ask('mức phạt khi không đăng ký sân phơi lúa', over);
    expect(status).not.toBe('not_found');
    expect(answer).toContain('200.000 đồng');
  });

  it('is not seen in words that only look like it', async () => {
    expect((await ask('dang ky san phoi lua phat sinh bao nhieu tien')).status).not.toBe('not_found');
  });

  it('is not seen in a question about handing in online', async () => {
    expect((await ask('đăng ký sân phơi lúa qua hệ thống dịch vụ công được không')).status).not.toBe(
      'not_found',
    );
  });
});

describe('a question about an amount', () => {
  it.each([
    'Mức hỗ trợ hằng tháng cho người giữ giếng từ đủ 75 tuổi là bao nhiêu?',
    'muc ho tro nguoi giu gieng bn',
  ])('is not answered by a text without any: %s', async (question) => {
    const answer = await askOf('Người giữ giếng từ đủ 80 tuổi được hỗ trợ mai táng theo quy định.', question);
    expect(answer.status).toBe('not_found');
    expect(answer.citations).toEqual([]);
  });

  it('is answered by a text with one, and other questions as ever', async () => {
    const text = 'Mức hỗ trợ hằng tháng cho người giữ giếng là 300.000 đồng.';
    const answer = await askOf(text, 'Mức hỗ trợ hằng tháng cho người giữ giếng là bao nhiêu?');
    expect(answer.answer).toContain('300.000 đồng');
    const who = await askOf('Người giữ giếng do thôn cử, được xã hỗ trợ.', 'Người giữ giếng do ai cử?');
    expect(who.status).not.toBe('not_found');
  });
});
