import { describe, expect, it } from 'vitest';
import { record } from '../ingest/records/fixture.ts';
import { answererOver, indexed, request } from './support.ts';

describe('a text that binds in another province', () => {
  const local = indexed(
    record({
      so_quyet_dinh: '226/QĐ-UBND',
      can_cu_phap_ly: 'Nghị quyết số 12/2024/NQ-HĐND của HĐND tỉnh Sơn La',
    }),
  );
  const ask = async (question: string, territory?: string) =>
    (await answererOver([local]).ask(request(question, territory === undefined ? {} : { territory }))).answer;

  it('is told as such before anything else, and is no whole answer', async () => {
    const answer = await ask('Đăng ký sân phơi lúa mất mấy ngày?');
    expect(answer.status).toBe('partial');
    expect(answer.answer).toMatch(/^Nội dung dưới đây là quy định riêng của Sơn La/u);
    expect(answer.citations[0]?.label).toContain('(áp dụng tại Sơn La)');
  });

  it('is the answer for its own communes, and for whoever asks about that province', async () => {
    const own = await ask('Đăng ký sân phơi lúa mất mấy ngày?', 'son-la');
    expect(own.status).toBe('answered');
    expect(own.answer).not.toContain('riêng của');
    expect((await ask('dang ky san phoi lua o son la may ngay')).answer).not.toContain('riêng của');
  });
});
