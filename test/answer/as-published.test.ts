import { describe, expect, it } from 'vitest';
import { record } from '../ingest/records/fixture.ts';
import { answererOver, indexed, request } from './support.ts';

describe('a procedure asked about for a day past', () => {
  const answerFor = async (asOf: string, basis: string) => {
    const published = indexed(record({ yeu_cau_dieu_kien: `Theo ${basis}.` }));
    const asked = request('Đăng ký sân phơi lúa mất mấy ngày?', { asOf, dayNamed: true });
    return (await answererOver([published]).ask(asked)).answer;
  };

  it('is told first to be what is published now, where it rests on a text of a later year', async () => {
    const answer = await answerFor('2025-09-10', 'Nghị định số 12/2026/NĐ-CP');
    expect(answer.status).toBe('partial');
    expect(answer.answer).toMatch(
      /^Nội dung dưới đây là thủ tục đang công bố hiện nay, căn cứ văn bản ban hành sau ngày 10\/09\/2025 \(12\/2026\/NĐ-CP\)/u,
    );
    expect(answer.answer).not.toContain('Trả lời theo quy định');
  });

  it('is told first to be of the two-level model, for a day before it', async () => {
    const answer = await answerFor('2025-06-30', 'Nghị định số 12/2022/NĐ-CP');
    expect(answer.status).toBe('partial');
    expect(answer.answer).toMatch(/^Nội dung dưới đây .*theo chính quyền địa phương 02 cấp/u);
  });

  it('answers otherwise, without the claim that it held on the day', async () => {
    const answer = await answerFor('2025-09-10', 'Nghị định số 12/2022/NĐ-CP');
    expect(answer.status).toBe('answered');
    expect(answer.answer).toContain('không cho biết nội dung này có áp dụng vào ngày 10/09/2025');
    expect(answer.answer).not.toContain('Trả lời theo quy định');
  });
});
