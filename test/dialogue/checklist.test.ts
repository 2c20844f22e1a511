import { describe, expect, it } from 'vitest';
import { answer, citation, echoAnswerer, testDialogue } from '../support/dialogue.ts';

const SOURCES = [
  citation(1, { path: { part: 'thanh_phan_ho_so' } }),
  citation(2, { path: { part: 'cach_thuc' } }),
  citation(3, { path: { part: 'trinh_tu' } }),
  citation(4, { path: { part: 'co_quan' } }),
];
const LINES = [
  'Hồ sơ: Tờ khai theo mẫu. [1]',
  'Thời hạn giải quyết là 03 ngày làm việc. [2]',
  'Lệ phí là 8.000 đồng. [2]',
  'Công chức ghi sổ theo dõi. [3]',
  'Nơi thực hiện: Ủy ban nhân dân cấp xã. [4]',
  'Tờ khai nộp trong 03 ngày. [1] [2]',
];

describe('the sheet for the citizen', () => {
  it('puts under each heading only what the source says of it', async () => {
    const answerer = echoAnswerer(() =>
      answer(LINES.join('\n'), {
        citations: SOURCES,
        sections: [
          { role: 'conclusion', lines: LINES.slice(0, 1) },
          { role: 'detail', lines: LINES.slice(1) },
        ],
      }),
    );
    const { dialogue, addPerson } = await testDialogue({ answerer });
    const person = await addPerson();
    const asked = {
      person: person.id,
      channel: 'web' as const,
      conversation: 'c',
      text: 'khai sinh cần gì?',
    };
    const { questionId } = await dialogue.ask(asked);
    const sheet = await dialogue.checklist({ by: person.id, question: questionId, channel: 'web' });
    expect(sheet?.split('\n\n').slice(1, 5)).toEqual([
      'Giấy tờ cần chuẩn bị:\n- Tờ khai theo mẫu.',
      'Nơi nộp hồ sơ:\n- Ủy ban nhân dân cấp xã.',
      'Thời hạn:\n- Thời hạn giải quyết là 03 ngày làm việc.',
      'Phí, lệ phí:\n- Lệ phí là 8.000 đồng.',
    ]);
  });
});
